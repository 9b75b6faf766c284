import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnnotatedRoom, annotateRoom } from './annotated-room.ts';
import type { Contender } from './contender.ts';
import { type RoomsWanted, type Server, startServer } from './server-process.ts';

/** How much of everything. */
export interface Sizes {
  /** People in one reading. */
  crowd: number;
  /** Readings at once. */
  rooms: number;
  /** How long steady work is measured. */
  seconds: number;
  annotations: number;
  manyAnnotations: number;
}

export const FULL: Sizes = {
  crowd: 100,
  rooms: 300,
  seconds: 8,
  annotations: 10_000,
  manyAnnotations: 50_000,
};

export const QUICK: Sizes = {
  crowd: 100,
  rooms: 50,
  seconds: 3,
  annotations: 2000,
  manyAnnotations: 5000,
};

/** What measurements share: sizes, a folder for their files, and what is made only once. */
export class Workbench {
  readonly sizes: Sizes;
  readonly notices = new Set<string>();
  /** By contender: the highest rate that it kept, from which the next search starts. */
  readonly rates = new Map<string, number>();
  readonly #folder = mkdtempSync(join(tmpdir(), 'sync-bench-'));
  readonly #rooms = new Map<string, AnnotatedRoom>();
  #folders = 0;

  constructor(sizes: Sizes) {
    this.sizes = sizes;
  }

  /** Runs `measure` with a server on an empty data directory, then ends it. */
  async fresh<T>(
    contender: Contender,
    wanted: RoomsWanted,
    measure: (server: Server) => Promise<T>,
  ): Promise<T> {
    const folder = join(this.#folder, String((this.#folders += 1)));
    mkdirSync(folder);
    return this.#during(await startServer(contender, folder, wanted), folder, measure);
  }

  /** Runs `measure` with a server that was just started on a room with so many annotations. */
  async restarted<T>(
    contender: Contender,
    annotations: number,
    measure: (server: Server, room: AnnotatedRoom) => Promise<T>,
  ): Promise<T> {
    const name = `${contender.name}-${annotations}`;
    const known = this.#rooms.get(name);
    const room = known ?? (await annotateRoom(contender, join(this.#folder, name), annotations));
    this.#rooms.set(name, room);
    const folder = join(this.#folder, String((this.#folders += 1)));
    const server = await room.start(folder);
    return this.#during(server, folder, (running) => measure(running, room));
  }

  async #during<T>(
    server: Server,
    folder: string,
    measure: (server: Server) => Promise<T>,
  ): Promise<T> {
    for (const notice of server.notices) this.notices.add(notice);
    try {
      return await measure(server);
    } finally {
      await server.end();
      rmSync(folder, { recursive: true, force: true });
    }
  }

  tidy(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
