/** What a thread can be asked for, by name. */
export type Works<W> = { [N in keyof W]: (...args: never[]) => unknown };

/** A call of one work. */
export type Call<W extends Works<W>> = {
  [N in keyof W & string]: { id: number; work: N; args: Parameters<W[N]> };
}[keyof W & string];

/** What the thread answers to the call of that id. */
export type Reply =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; error: Error };
