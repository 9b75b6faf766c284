import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCompaction } from './compaction.ts';

const ID = { reading: 'r', place: 'shared' };
const UPDATE = { update: new Uint8Array(400) };
const REST = 5000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function compacting() {
  const compact = vi.fn(() => Promise.resolve(400_000));
  const compaction = createCompaction({ compact }, pino({ level: 'silent' }), REST);
  const append = (entries: number): void => {
    for (let at = 0; at < entries; at += 1) compaction.appended(ID, UPDATE.update);
  };
  return { compact, compaction, append };
}

describe('compaction', () => {
  it('[K4] waits until nobody has written for a while', async () => {
    const { append, compact } = compacting();
    append(1500);
    await vi.advanceTimersByTimeAsync(REST - 1);
    append(1);
    await vi.advanceTimersByTimeAsync(REST - 1);
    expect(compact).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(compact).toHaveBeenCalledExactlyOnceWith(ID);
  });

  it('[K4] leaves a short tail alone, and one that is little beside its snapshot', async () => {
    const { append, compact, compaction } = compacting();
    append(999);
    await vi.advanceTimersByTimeAsync(REST);
    expect(compact).not.toHaveBeenCalled();
    const other = { reading: 'r', place: 'notes' };
    compaction.loaded(
      other,
      100_000_000,
      Array.from({ length: 2000 }, () => UPDATE),
    );
    await vi.advanceTimersByTimeAsync(REST);
    expect(compact).not.toHaveBeenCalled();
  });

  it('[K4] does not wait for rest once the tail is as long as the snapshot', () => {
    const { append, compact } = compacting();
    append(19_999);
    expect(compact).not.toHaveBeenCalled();
    append(1);
    expect(compact).toHaveBeenCalledTimes(1);
    append(19_000);
    expect(compact).toHaveBeenCalledTimes(1);
  });

  it('[K4] compacts what is put away, and what is left at the end, once', async () => {
    const { append, compact, compaction } = compacting();
    append(60);
    compaction.putAway(ID);
    expect(compact).toHaveBeenCalledTimes(1);
    append(60);
    await compaction.finish();
    expect(compact).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(REST);
    expect(compact).toHaveBeenCalledTimes(2);
  });
});
