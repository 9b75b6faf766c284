import { join } from 'node:path';
import * as encoding from 'lib0/encoding';

/** Somebody's place at a server: which document, who, and the address that lets them in. */
export interface Seat {
  room: string;
  user: string;
  path: string;
}

/** A server to measure: how it is started, and how its clients' messages begin. */
export interface Contender {
  name: string;
  /** What stands behind the name, for the table. */
  what: string;
  /** Answers step 1 and keeps what it was given. */
  keeps: boolean;
  /** Node's arguments, from the project's folder. */
  program: string[];
  environment: (port: number, dataDir: string) => Record<string, string>;
  /** Null: it says itself who may sit where. */
  seat: ((room: number, member: number) => Seat) | null;
  /** Stands before every message in both directions. */
  prefix: (room: string) => Uint8Array;
  /** Sent before step 1. */
  opening: (room: string) => Uint8Array[];
}

const PEERS = 'tests/bench/peers';
const NOTHING = new Uint8Array();
const PLAIN: Pick<Contender, 'prefix' | 'opening'> = { prefix: () => NOTHING, opening: () => [] };

/** What would refuse the measured load; printed by the server and with the table. */
const RAISED_LIMITS = {
  LIMIT_MESSAGES_PER_SECOND: '100000',
  LIMIT_BYTES_PER_SECOND: '1000000000',
  LIMIT_RECORDS_PER_MEMBER: '1000000',
  LIMIT_PLACE_BYTES: '2000000000',
};

const postil: Contender = {
  name: 'Postil',
  what: 'this server: sessions, judge, log with an fsync at each commit',
  keeps: true,
  program: ['tests/bench/sync/postil-server.ts'],
  environment: (port, dataDir) => ({
    ...RAISED_LIMITS,
    PORT: String(port),
    DATA_DIR: dataDir,
    AUTH_SECRET: 'known to the benchmark only',
  }),
  seat: null,
  ...PLAIN,
};

const relay: Contender = {
  name: 'relay',
  what: 'bare `ws` 8.23: passes messages on, reads and keeps nothing',
  keeps: false,
  program: [`${PEERS}/relay.js`],
  environment: (port) => ({ PORT: String(port) }),
  seat: (room, member) => seatAt(`/room-${room}`, room, member),
  ...PLAIN,
};

const yWebsocket: Contender = {
  name: 'y-websocket',
  what: 'y-websocket 2.1 server with LevelDB',
  keeps: true,
  program: [`${PEERS}/node_modules/y-websocket/bin/server.cjs`],
  environment: (port, dataDir) => ({
    HOST: '127.0.0.1',
    PORT: String(port),
    YPERSISTENCE: join(dataDir, 'level'),
  }),
  seat: (room, member) => seatAt(`/room-${room}`, room, member),
  ...PLAIN,
};

const HOCUSPOCUS_AUTH = 2;
const HOCUSPOCUS_TOKEN = 0;

const hocuspocus: Contender = {
  name: 'Hocuspocus',
  what: 'Hocuspocus 4.7 with its database extension (SQLite)',
  keeps: true,
  program: [`${PEERS}/hocuspocus.js`],
  environment: (port, dataDir) => ({ PORT: String(port), DATA_DIR: dataDir }),
  seat: (room, member) => seatAt('/', room, member),
  prefix: (room) => encoding.encode((encoder) => encoding.writeVarString(encoder, room)),
  opening: (room) => [
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, room);
      encoding.writeVarUint(encoder, HOCUSPOCUS_AUTH);
      encoding.writeVarUint(encoder, HOCUSPOCUS_TOKEN);
      encoding.writeVarString(encoder, 'a token');
    }),
  ],
};

/** As long as Postil's ids, so that everybody's records are of one size. */
function seatAt(path: string, room: number, member: number): Seat {
  return {
    path,
    room: `room-${room}`,
    user: `user${String(room * 1000 + member).padStart(12, '0')}`,
  };
}

export const CONTENDERS: readonly Contender[] = [postil, relay, yWebsocket, hocuspocus];
