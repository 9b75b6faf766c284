import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Annotation, Assessment } from '#lib/annotation/record.ts';
import type { Phase } from '#lib/permission/can.ts';
import { MESSAGE, type Refusal } from '#lib/protocol/sync.ts';
import type { PlaceLog } from '#server/store/log.ts';
import { deskId } from '#server/sync/place-id.ts';
import { createSqlitePlaceLog } from '#server/store/sqlite/place-log.ts';
import {
  DEFAULT_SYNC_LIMITS,
  type Standing,
  type SyncAccess,
  type SyncLimits,
  type SyncTiming,
} from '#server/sync/sync-deps.ts';
import { type SyncServer, createSyncServer } from '#server/sync/sync-server.ts';

/** A sync server over real sockets and a real SQLite file, with people made up for the test. */
const TEXT = 'The harvest failed. It will fail again. Somebody ought to be ashamed.';
export const READING = 'r1';
const TAGS = new Set(['fact', 'prediction', 'opinion']);

/** People whose token or cookie is their id. */
class FakeAccess implements SyncAccess {
  readonly #log: PlaceLog;
  readonly standings = new Map<string, Standing>([
    ['ann', standing('Ann')],
    ['ben', standing('Ben')],
    ['ina', standing('Ina', { role: 'instructor' })],
    ['obe', standing('Obe', { role: 'observer' })],
  ]);
  readonly epochs = new Map<string, number>();
  broken = false;

  constructor(log: PlaceLog) {
    this.#log = log;
  }

  async user(credentials: { cookie: string | null; token: string | null }) {
    const claimed = await this.former(credentials);
    return claimed === null || this.ended.has(claimed.id) ? null : claimed;
  }

  /** Their sessions have ended. */
  readonly ended = new Set<string>();

  async former({ cookie, token }: { cookie: string | null; token: string | null }) {
    const id = token ?? /user=(\w+)/.exec(cookie ?? '')?.[1] ?? null;
    return id === null ? null : { id, sessionEpoch: this.epochs.get(id) ?? 0 };
  }

  async sessionValid(userId: string, sessionEpoch: number) {
    return (this.epochs.get(userId) ?? 0) === sessionEpoch;
  }

  async standing(userId: string, reading: string) {
    if (this.broken) throw new Error('the store is broken');
    const standing = reading === READING ? (this.standings.get(userId) ?? null) : null;
    if (standing?.blindForThem !== true) return standing;
    const { revealed } = await this.#log.sealState(deskId(READING, userId, standing.round));
    return { ...standing, blindForThem: !revealed };
  }

  /** Another phase for everybody; blind for all but instructors in rounds from 1 on that are not over. */
  enter(phase: Phase, round: number, blind = phase === 'blind'): void {
    for (const [userId, { role }] of this.standings)
      this.change(userId, { phase, round, blindForThem: blind && role !== 'instructor' });
  }

  change(userId: string, change: Partial<Standing>): void {
    this.standings.set(userId, standing(userId, { ...this.standings.get(userId), ...change }));
  }

  async revision() {
    return { id: 'rev1', text: TEXT };
  }

  async tags() {
    return TAGS;
  }

  originAllowed(origin: string | undefined, host: string | undefined) {
    return origin === undefined || origin === `http://${host}`;
  }
}

function standing(name: string, change: Partial<Standing> = {}): Standing {
  return { role: 'annotator', phase: 'open', blindForThem: false, round: 0, name, ...change };
}

export interface Running {
  port: number;
  url: string;
  file: string;
  log: PlaceLog;
  access: FakeAccess;
  sync: SyncServer;
  /** Ends the server; the file stays. */
  stop: () => Promise<void>;
}

export interface RunOptions {
  file?: string;
  port?: number;
  limits?: Partial<SyncLimits>;
  timing?: Partial<SyncTiming>;
  /** Stands between the server and its log. */
  wrap?: (log: PlaceLog) => PlaceLog;
}

export async function startSync(options: RunOptions = {}): Promise<Running> {
  const file = options.file ?? newLogFile();
  const log = (options.wrap ?? ((plain) => plain))(createSqlitePlaceLog(file));
  const access = new FakeAccess(log);
  const sync = createSyncServer({
    log,
    access,
    limits: { ...DEFAULT_SYNC_LIMITS, ...options.limits },
    clock: Date.now,
    logger: pino({ level: process.env['SYNC_LOG'] ?? 'silent' }),
    timing: { commitWindow: 2, closeGrace: 500, ...options.timing },
  });
  const server = createServer();
  server.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head));
  const port = await listen(server, options.port ?? 0);
  const stop = async (): Promise<void> => {
    await sync.close();
    await log.close();
    server.close();
    await once(server, 'close');
  };
  return { port, url: `ws://127.0.0.1:${port}/sync`, file, log, access, sync, stop };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const folders: string[] = [];

export function newLogFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'postil-sync-'));
  folders.push(folder);
  return join(folder, 'postil.sqlite');
}

export function removeLogFiles(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export interface StockClient {
  doc: Y.Doc;
  provider: WebsocketProvider;
  /** Why the server said no, when it did. */
  refusals: string[];
  /** Resolves with the code of a close that the client takes as final. */
  closed: Promise<number>;
  end: () => void;
}

/** A stock y-websocket client; `user` goes as token, or as cookie. */
export function stockClient(
  url: string,
  user: string | null,
  options: { cookie?: boolean; doc?: Y.Doc; room?: string } = {},
): StockClient {
  const doc = options.doc ?? new Y.Doc();
  const params: Record<string, string> =
    user !== null && options.cookie !== true ? { token: user } : {};
  const provider = new WebsocketProvider(url, options.room ?? `${READING}/shared`, doc, {
    disableBc: true,
    params,
    maxBackoffTime: 200,
    ...(options.cookie === true ? { WebSocketPolyfill: socketWithCookie(`user=${user}`) } : {}),
  });
  const refusals: string[] = [];
  provider.messageHandlers[MESSAGE.auth] = (_encoder: unknown, decoder: decoding.Decoder) => {
    decoding.readVarUint(decoder);
    refusals.push(decoding.readVarString(decoder));
  };
  const closed = new Promise<number>((resolve) => {
    provider.on('closed', ({ code }) => resolve(code));
  });
  const end = (): void => {
    provider.destroy();
    doc.destroy();
  };
  return { doc, provider, refusals, closed, end };
}

function socketWithCookie(cookie: string): typeof globalThis.WebSocket {
  class WithCookie extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers: { cookie } });
    }
  }
  return WithCookie as unknown as typeof globalThis.WebSocket;
}

export async function synced({ provider }: StockClient): Promise<void> {
  if (provider.synced) return;
  await new Promise<void>((resolve) => {
    provider.on('sync', (state: boolean) => {
      if (state) resolve();
    });
  });
}

/** Resolves once `holds` of the document, looking again at each of its updates. */
export async function until(doc: Y.Doc, holds: () => boolean): Promise<void> {
  if (holds()) return;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (!holds()) return;
      doc.off('afterTransaction', look);
      resolve();
    };
    doc.on('afterTransaction', look);
  });
}

export function has(doc: Y.Doc, key: string): boolean {
  return doc.getMap('annotations').has(key);
}

/** A client that speaks the wire by hand. */
export class RawClient {
  readonly socket: WebSocket;
  readonly refusals: Refusal[] = [];
  /** The numbers of message 100, as they came. */
  readonly durable: number[] = [];
  readonly updates: Uint8Array[] = [];
  readonly closed: Promise<number>;
  readonly opened: Promise<void>;
  messages = 0;
  #look: (() => void)[] = [];

  constructor(address: string, options: ConstructorParameters<typeof WebSocket>[2] = {}) {
    this.socket = new WebSocket(address, options);
    this.opened = new Promise((resolve, reject) => {
      this.socket.once('open', resolve);
      this.socket.once('error', reject);
    });
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
    this.opened.catch(() => {});
    this.socket.on('error', () => {});
    this.socket.on('message', (data: Buffer) => this.#take(new Uint8Array(data)));
  }

  #take(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    this.messages += 1;
    if (type === MESSAGE.durable) this.durable.push(decoding.readVarUint(decoder));
    if (type === MESSAGE.auth) {
      decoding.readVarUint(decoder);
      this.refusals.push(JSON.parse(decoding.readVarString(decoder)));
    }
    if (type === MESSAGE.sync && decoding.readVarUint(decoder) !== 0)
      this.updates.push(decoding.readVarUint8Array(decoder));
    for (const look of this.#look) look();
  }

  async until(holds: () => boolean): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve) => {
      this.#look.push(() => {
        if (holds()) resolve();
      });
    });
  }

  step1(doc = new Y.Doc()): void {
    this.sync(0, Y.encodeStateVector(doc));
  }

  step2(update: Uint8Array): void {
    this.sync(1, update);
  }

  update(update: Uint8Array): void {
    this.sync(2, update);
  }

  /** Says of each client id what is given: a state, or null for gone. */
  presence(...entries: { client: number; clock: number; state: unknown }[]): void {
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, entries.length);
      for (const { client, clock, state } of entries) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarString(encoder, JSON.stringify(state));
      }
    });
    this.socket.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.awareness);
        encoding.writeVarUint8Array(encoder, update);
      }),
    );
  }

  sync(kind: number, payload: Uint8Array): void {
    this.socket.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync);
        encoding.writeVarUint(encoder, kind);
        encoding.writeVarUint8Array(encoder, payload);
      }),
    );
  }
}

/** The update that a document sends for one change. */
export function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const note = (update: Uint8Array): void => void updates.push(update);
  doc.on('update', note);
  doc.transact(change);
  doc.off('update', note);
  return updates[0]!;
}

export function annotation(
  owner: string,
  localId: string,
  change: Partial<Annotation> = {},
): Annotation {
  return {
    id: `${owner}/${localId}`,
    author: owner,
    created: '2026-02-01T10:00:00.000Z',
    target: {
      revision: 'rev1',
      start: 4,
      end: 11,
      exact: 'harvest',
      prefix: 'The ',
      suffix: ' failed. ',
    },
    tag: 'fact',
    comment: null,
    ...change,
  };
}

export function outcome(owner: string, localId: string, on: string): Assessment {
  return {
    id: `${owner}/${localId}`,
    author: owner,
    created: '2026-02-01T10:00:00.000Z',
    kind: 'outcome',
    on,
    result: 'true',
  };
}

/** Writes it into the document, as a client's program would. */
export function put(doc: Y.Doc, record: Annotation | Assessment): void {
  doc.getMap('kind' in record ? 'assessments' : 'annotations').set(record.id, record);
}

/** Resolves once `holds`, looking again at each change of what others say of themselves. */
export async function untilPresence(
  { provider }: StockClient,
  holds: (states: Map<number, Record<string, unknown>>) => boolean,
): Promise<void> {
  const { awareness } = provider;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (!holds(awareness.getStates())) return;
      awareness.off('update', look);
      resolve();
    };
    awareness.on('update', look);
    look();
  });
}
