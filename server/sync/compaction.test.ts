import pino from 'pino';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createMemoryPlaceLog } from '../store/memory/place-log.ts';
import { createCompaction } from './compaction.ts';

const PLACE = { reading: 'r1', place: 'shared' };

describe('compaction', () => {
  it('[K4] one key overwritten again and again is not compacted again and again', async () => {
    const time = { now: 0 };
    let made = 0;
    const log = {
      ...createMemoryPlaceLog(),
      async compact() {
        made += 1;
        return 100;
      },
    };
    const compaction = createCompaction(log, pino({ level: 'silent' }), () => time.now);
    const write = async (entries: number): Promise<void> => {
      for (let count = 0; count < entries; count += 1)
        compaction.appended(PLACE, new Uint8Array(40));
      await nextTurn();
    };
    await write(1500);
    expect(made).toBe(1);
    await write(5000);
    expect(made).toBe(1);
    time.now += 10_000;
    await write(1);
    expect(made).toBe(2);
  });
});
