import type { Contender } from './contender.ts';
import { dismiss } from './crowd.ts';
import { CursorLoad } from './cursor-load.ts';
import { highestRate } from './highest-rate.ts';
import { joinAtOnce, measureJoins, measureReconnects } from './joins.ts';
import type { RowId } from './rows.ts';
import type { Workbench } from './workbench.ts';
import { type WritesMeasured, WriteLoad } from './write-load.ts';

/** One figure of one contender, in the unit of its row. */
export interface Figure {
  row: RowId;
  value: number;
  /** Written behind it in the table. */
  note?: string;
}

export interface Work {
  name: string;
  /** Can also be asked of a server that answers and keeps nothing. */
  withRelay: boolean;
  /** Measures one contender once. */
  measure: (contender: Contender, bench: Workbench) => Promise<Figure[]>;
}

/** Seconds: a server is measured as it is after a while, compiled. */
const WARM_UP = 4;
const SLOW_RATE = 20;
const WARM_UP_RATE = 250;
const MEMBERS = 4;
const JOIN_AT_ONCE = 50;
const CURSORS_A_SECOND = 5;

const ramped: Work = {
  name: 'A',
  withRelay: true,
  measure: (contender, bench) =>
    bench.fresh(contender, { rooms: 1, members: bench.sizes.crowd }, async (server) => {
      const load = await WriteLoad.open(server);
      const found = await highestRate(load, bench.rates.get(contender.name) ?? null);
      load.end();
      if (found === null) throw new Error(`${contender.name} keeps no rate at all.`);
      bench.rates.set(contender.name, found.rate);
      const full = found.driverShare > 0.9 ? ', the driver could do no more' : '';
      return [
        { row: 'A', value: found.cpu, note: `at ${found.rate}/s${full}${spoiled(found)}` },
        { row: 'A rate', value: found.rate },
      ];
    }),
};

const slow: Work = {
  name: "A'",
  withRelay: true,
  measure: (contender, bench) =>
    bench.fresh(contender, { rooms: 1, members: bench.sizes.crowd }, async (server) => {
      const load = await WriteLoad.open(server);
      await load.run(WARM_UP_RATE, WARM_UP);
      const measured = await load.run(SLOW_RATE, bench.sizes.seconds);
      load.end();
      return [
        { row: "A'", value: measured.cpu, note: spoiled(measured) },
        { row: "A' p99", value: measured.p99 },
      ];
    }),
};

const manyRooms: Work = {
  name: 'B',
  withRelay: true,
  measure: (contender, bench) =>
    bench.fresh(contender, { rooms: bench.sizes.rooms, members: MEMBERS }, async (server) => {
      const load = await WriteLoad.open(server);
      const rate = bench.sizes.rooms * MEMBERS;
      await load.run(rate, WARM_UP);
      const measured = await load.run(rate, bench.sizes.seconds);
      load.end();
      return [
        { row: 'B', value: measured.cpu, note: spoiled(measured) },
        { row: 'B p99', value: measured.p99 },
      ];
    }),
};

const joins: Work = {
  name: 'C',
  withRelay: false,
  measure: (contender, bench) =>
    bench.restarted(contender, bench.sizes.annotations, async (server, room) => {
      const { atOnce, cpu, first } = await measureJoins(server, room, JOIN_AT_ONCE);
      return [
        { row: 'C', value: cpu },
        { row: 'C at once', value: atOnce },
        { row: "C'", value: first },
      ];
    }),
};

const reconnects: Work = {
  name: "C''",
  withRelay: false,
  measure: (contender, bench) =>
    bench.restarted(contender, bench.sizes.annotations, async (server, room) => {
      const before = server.cpuSeconds();
      const value = await measureReconnects(server, room, bench.sizes.crowd);
      const cpu = (server.cpuSeconds() - before) * 1000;
      return [
        { row: "C''", value },
        { row: "C'' cpu", value: cpu },
      ];
    }),
};

const cursors: Work = {
  name: 'D',
  withRelay: true,
  measure: (contender, bench) =>
    bench.fresh(contender, { rooms: 1, members: bench.sizes.crowd }, async (server) => {
      const load = await CursorLoad.open(server);
      const rate = bench.sizes.crowd * CURSORS_A_SECOND;
      await load.run(rate, WARM_UP);
      const measured = await load.run(rate, bench.sizes.seconds);
      load.end();
      return [
        { row: 'D', value: measured.cpu, note: spoiled(measured) },
        { row: 'D p99', value: measured.p99 },
      ];
    }),
};

const memory: Work = {
  name: 'M',
  withRelay: false,
  measure: (contender, bench) =>
    bench.restarted(contender, bench.sizes.manyAnnotations, async (server, room) => {
      const { clients } = await joinAtOnce(server, JOIN_AT_ONCE, {
        bytes: room.state.length * 0.9,
      });
      await server.quiet();
      const value = server.memory();
      dismiss(clients);
      return [{ row: 'M', value }];
    }),
};

export const WORKS: readonly Work[] = [ramped, slow, manyRooms, joins, reconnects, cursors, memory];

function spoiled({ kept }: Pick<WritesMeasured, 'kept'>): string {
  return kept ? '' : ', not all of it arrived in time';
}
