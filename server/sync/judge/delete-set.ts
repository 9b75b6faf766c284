import { lastAtOrBefore } from './by-clock.ts';
import type { Cursor } from './cursor.ts';
import { MAX_CLOCK } from './id.ts';

/** Clocks `clock` to `clock + length - 1`. */
export interface DeleteRange {
  readonly clock: number;
  readonly length: number;
}

/**
 * Reads a delete set: per client ascending, disjoint, neighbours made one. Yjs writes disjoint
 * ranges only, and applies overlapping ones by walking the same structs again and again: a
 * few kilobytes could keep every client busy, so an overlap breaks J6.
 */
export function readDeleteSet(cursor: Cursor): Map<number, DeleteRange[]> {
  const deletes = new Map<number, DeleteRange[]>();
  const clients = cursor.count(2);
  for (let read = 0; read < clients && cursor.problem === null; read += 1) {
    const client = cursor.varUint();
    const ranges = deletes.get(client) ?? [];
    readRanges(cursor, ranges);
    deletes.set(client, ranges);
  }
  for (const [client, ranges] of deletes) deletes.set(client, joined(cursor, ranges));
  return deletes;
}

function readRanges(cursor: Cursor, ranges: DeleteRange[]): void {
  const count = cursor.count(2);
  for (let read = 0; read < count && cursor.problem === null; read += 1) {
    const range = { clock: cursor.varUint(), length: cursor.varUint() };
    if (range.length < 1) cursor.fail('The message deletes an empty range.', 'J6');
    if (range.clock + range.length > MAX_CLOCK) cursor.fail('The message counts too far.', 'J5');
    ranges.push(range);
  }
}

function joined(cursor: Cursor, ranges: DeleteRange[]): DeleteRange[] {
  ranges.sort((a, b) => a.clock - b.clock);
  const joinedRanges: DeleteRange[] = [];
  for (const range of ranges) {
    const last = joinedRanges.at(-1);
    const end = last === undefined ? -1 : last.clock + last.length;
    if (range.clock < end) cursor.fail('The message deletes the same thing twice.', 'J6');
    if (last === undefined || range.clock !== end) joinedRanges.push(range);
    else
      joinedRanges[joinedRanges.length - 1] = {
        clock: last.clock,
        length: last.length + range.length,
      };
  }
  return joinedRanges;
}

/** Whether `ranges` (ascending, disjoint, neighbours joined) hold all of `clock` to `end - 1`. */
export function covers(
  ranges: readonly DeleteRange[] | undefined,
  clock: number,
  end: number,
): boolean {
  if (ranges === undefined) return false;
  const range = ranges[lastAtOrBefore(ranges, clock)];
  return range !== undefined && end <= range.clock + range.length;
}
