import type { PlaceLogEngine } from './place-log-engine.ts';

type Methods = Omit<PlaceLogEngine, 'close'> & { close(): void };
export type Method = keyof Methods;

/** A call of one engine method, to the worker thread. */
export type Call = {
  [M in Method]: { id: number; method: M; args: Parameters<Methods[M]> };
}[Method];

/** What the worker answers to the call of that id. */
export type Reply =
  | { id: number; ok: true; value: ReturnType<Methods[Method]> }
  | { id: number; ok: false; message: string };
