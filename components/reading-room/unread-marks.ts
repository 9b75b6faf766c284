import type { Annotation, Reply } from '#lib/annotation/record.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import { type Observable, observable } from '#lib/client/observable.ts';

const NONE: ReadonlySet<string> = new Set();

/** Which comments and replies of others I have not read, by key. */
export interface UnreadMarks {
  readonly unread: Observable<ReadonlySet<string>>;
  /** Of those, what came while I was here. */
  readonly arrived: Observable<ReadonlySet<string>>;
  /** The server is asked now: what comes from here on is unread of itself. */
  asked(): void;
  /** What the server answered: unread as of when it was asked. */
  answered(unread: readonly string[]): void;
  read(keys: readonly string[]): void;
}

type Said = Pick<Records, 'annotations' | 'replies'>;

/** Follows the records for as long as the room is open. Until the server is asked nothing is new. */
export function createUnreadMarks(user: string, records: Observable<Said>): UnreadMarks {
  const unread = observable(NONE);
  const arrived = observable(NONE);
  let before = records.get();
  let isAsked = false;

  const follow = (): void => {
    const now = records.get();
    const came = isAsked ? [...newIn('annotations', now), ...newIn('replies', now)] : [];
    before = now;
    if (came.length > 0) {
      arrived.set(new Set([...arrived.get(), ...came]));
      unread.set(new Set([...unread.get(), ...came]));
    }
    const gone = [...unread.get()].filter((key) => !isThere(key, now));
    if (gone.length > 0 && isAsked) forget(gone);
  };
  const newIn = (map: keyof Said, now: Said): string[] => {
    if (now[map] === before[map]) return [];
    const known: ReadonlyMap<string, Annotation | Reply> = before[map];
    const isNew = (record: Annotation | Reply): boolean =>
      record.author !== user &&
      record.comment !== null &&
      (known.get(record.id)?.comment ?? null) === null;
    return [...now[map].values()].filter(isNew).map(({ id }) => id);
  };
  const forget = (keys: readonly string[]): void => {
    for (const list of [unread, arrived]) {
      const left = new Set(list.get());
      for (const key of keys) left.delete(key);
      if (left.size !== list.get().size) list.set(left);
    }
  };
  records.subscribe(follow);

  return {
    unread,
    arrived,
    asked() {
      isAsked = true;
      before = records.get();
      arrived.set(NONE);
    },
    answered(keys) {
      const there = keys.filter((key) => isThere(key, records.get()));
      unread.set(new Set([...there, ...arrived.get()]));
    },
    read: forget,
  };
}

function isThere(key: string, { annotations, replies }: Said): boolean {
  return annotations.has(key) || replies.has(key);
}
