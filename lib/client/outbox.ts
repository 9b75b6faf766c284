import type { KeptWrite, KeptWrites } from './kept-writes.ts';
import { newLocalId } from './new-record.ts';
import type { RecordWrite } from './reading-session.ts';

/**
 * What I made and the server has not called durable, and what it would not take. In memory at once, on the
 * device a moment later; without storage it works on in memory and says so (`volatile`).
 */
export interface Outbox {
  /** Writes to send, oldest first. */
  queue(): readonly KeptWrite[];
  refused(): readonly KeptWrite[];
  /** How many of the queue outlive this page: without storage, how many this page keeps. */
  kept(): number;
  /** Whether a reload would lose what is here. */
  readonly volatile: boolean;
  /** Takes over what earlier pages left on the device. Again: what another tab has settled meanwhile leaves. */
  load(): Promise<void>;
  add(made: readonly RecordWrite[]): KeptWrite[];
  /** The server has it: forget it, unless its key was written again since. */
  settle(write: KeptWrite): void;
  refuse(write: KeptWrite, refusal: { title: string; rule: string }): void;
  dismiss(key: string): void;
}

export function createOutbox(device: KeptWrites, onChange: () => void): Outbox {
  const writes = new Map<string, KeptWrite>();
  const loaded = new Set<string>();
  /** Stamps of what is on its way to the device: a page closed now would lose them. */
  const onTheWay = new Set<string>();
  let volatile = false;

  const lost = (): void => {
    if (volatile) return;
    volatile = true;
    onChange();
  };
  const hold = async (held: readonly KeptWrite[]): Promise<void> => {
    for (const write of held) {
      writes.delete(slotOf(write));
      writes.set(slotOf(write), write);
      onTheWay.add(write.stamp);
    }
    onChange();
    await device.keep(held).catch(lost);
    for (const { stamp } of held) onTheWay.delete(stamp);
    onChange();
  };
  const drop = (write: KeptWrite): void => {
    if (writes.get(slotOf(write))?.stamp !== write.stamp) return;
    writes.delete(slotOf(write));
    device.forget(write).catch(lost);
    onChange();
  };
  const replaceLoaded = (found: readonly KeptWrite[]): void => {
    for (const [slot, { stamp }] of writes) if (loaded.has(stamp)) writes.delete(slot);
    for (const write of found.toSorted((a, b) => a.made - b.made)) {
      if (writes.has(slotOf(write))) continue;
      writes.set(slotOf(write), write);
      loaded.add(write.stamp);
    }
    onChange();
  };

  const queue = (): KeptWrite[] =>
    [...writes.values()].filter(({ refusal }) => refusal === undefined);

  return {
    queue,
    kept: () => queue().filter(({ stamp }) => !onTheWay.has(stamp)).length,
    refused: () => [...writes.values()].filter(({ refusal }) => refusal !== undefined),
    get volatile() {
      return volatile;
    },
    load: () => device.all().then(replaceLoaded, lost),
    add(made) {
      const now = Date.now();
      const added = made.map(({ map, key, value }) => ({
        map,
        key,
        value,
        stamp: newLocalId(),
        made: now,
      }));
      void hold(added);
      return added;
    },
    settle: drop,
    refuse(write, refusal) {
      if (writes.get(slotOf(write))?.stamp === write.stamp) void hold([{ ...write, refusal }]);
    },
    dismiss(key) {
      for (const write of this.refused()) if (write.key === key) drop(write);
    },
  };
}

const slotOf = ({ map, key }: KeptWrite): string => `${map} ${key}`;
