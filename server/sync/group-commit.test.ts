import { describe, expect, it } from 'vitest';
import type { Append, AppendOutcome, PlaceLog } from '../store/log.ts';
import { createMemoryPlaceLog } from '../store/memory/place-log.ts';
import { type CommitSource, createGroupCommit } from './group-commit.ts';

/** An empty update. */
const UPDATE = Uint8Array.of(0, 0);

/** A room that wants one entry appended for each of `wanted`, all at once. */
function source(place: string, wanted: number) {
  const outcomes: (AppendOutcome | Error)[] = [];
  let head = 0;
  let waiting = wanted;
  const room: CommitSource = {
    takeAppend() {
      const entries = Array.from({ length: waiting }, () => ({ user: 'ann', update: UPDATE }));
      waiting = 0;
      return entries.length === 0 ? null : { reading: 'r1', place, head, epoch: 0, entries };
    },
    committed(outcome) {
      if (outcome.kind === 'appended') head = outcome.head;
      outcomes.push(outcome);
    },
    failed: (error) => void outcomes.push(error as Error),
  };
  return { room, outcomes, want: (more: number) => (waiting += more) };
}

function counting(log: PlaceLog) {
  const calls: Append[][] = [];
  const counted: PlaceLog = {
    ...log,
    append(appends) {
      calls.push([...appends]);
      return log.append(appends);
    },
  };
  return { calls, counted };
}

describe('group commit', () => {
  it('[D3] what several rooms ask for within the window is one call of the log', async () => {
    const { calls, counted } = counting(createMemoryPlaceLog());
    const commits = createGroupCommit(counted, async () => {});
    const [one, two] = [source('one', 2), source('two', 1)];
    commits.request(one.room, 4);
    commits.request(two.room, 2);
    expect(commits.queuedBytes()).toBe(6);
    await commits.idle();
    expect(calls.map((appends) => appends.map(({ place }) => place))).toEqual([['one', 'two']]);
    expect(one.outcomes).toMatchObject([{ kind: 'appended', head: 2 }]);
    expect(two.outcomes).toMatchObject([{ kind: 'appended', head: 1 }]);
    expect(commits.queuedBytes()).toBe(0);
  });

  it('[D3] what comes while a commit is under way shares the next one', async () => {
    const memory = createMemoryPlaceLog();
    const under = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    const { calls, counted } = counting({
      ...memory,
      async append(appends) {
        started.resolve();
        await under.promise;
        return memory.append(appends);
      },
    });
    const commits = createGroupCommit(counted, async () => {});
    const [one, two] = [source('one', 1), source('two', 1)];
    commits.request(one.room, 2);
    await started.promise;
    one.want(1);
    commits.request(one.room, 2);
    commits.request(two.room, 2);
    under.resolve();
    await commits.idle();
    expect(calls.map((appends) => appends.length)).toEqual([1, 2]);
    expect(one.outcomes).toMatchObject([{ head: 1 }, { head: 2 }]);
  });

  it('[D6] a log that is broken fails every room of the commit, and the next commit is tried', async () => {
    const memory = createMemoryPlaceLog();
    let broken = true;
    const commits = createGroupCommit(
      {
        ...memory,
        append: (appends) => (broken ? Promise.reject(new Error('disk')) : memory.append(appends)),
      },
      async () => {},
    );
    const [one, two] = [source('one', 1), source('two', 1)];
    commits.request(one.room, 2);
    commits.request(two.room, 2);
    await commits.idle();
    expect([one.outcomes, two.outcomes]).toEqual([[new Error('disk')], [new Error('disk')]]);
    broken = false;
    one.want(1);
    commits.request(one.room, 2);
    await commits.idle();
    expect(one.outcomes[1]).toMatchObject({ kind: 'appended' });
  });

  it('[D6] a room that throws over its outcome fails alone', async () => {
    const commits = createGroupCommit(createMemoryPlaceLog(), async () => {});
    const [one, two] = [source('one', 1), source('two', 1)];
    const bad: CommitSource = {
      ...one.room,
      committed() {
        throw new Error('bug');
      },
    };
    commits.request(bad, 2);
    commits.request(two.room, 2);
    await commits.idle();
    expect(one.outcomes).toEqual([new Error('bug')]);
    expect(two.outcomes).toMatchObject([{ kind: 'appended' }]);
  });

  it('[D14] lets whoever waits for the next commit go on after it', async () => {
    const commits = createGroupCommit(createMemoryPlaceLog(), async () => {});
    await commits.nextCommit();
    const { room, outcomes } = source('one', 1);
    commits.request(room, 2);
    await commits.nextCommit();
    expect(outcomes).toHaveLength(1);
  });
});
