import type { Comment } from '../annotation/comment.ts';
import { newLocalId } from './new-record.ts';
import { type Observable, observable } from './observable.ts';

/** A comment that is not sent yet. */
export interface Draft {
  comment: Comment;
  /**
   * The `modified ?? created` stamp of the record it began from, null for a new comment. When the record carries another
   * stamp by now, it was changed meanwhile: show both.
   */
  begunFrom: string | null;
}

/** A draft and what it is for. */
export interface KeptDraft {
  key: string;
  comment: Comment;
}

/**
 * Drafts of one user in one reading, on this device until sent; the key says what they are for (an annotation, a
 * reply, a passage). Each page keeps its own, so two tabs that edit one comment do not overwrite each other.
 */
export interface Drafts {
  /** The newest draft for the key. This page goes on with it: saving replaces it, clearing takes it out. */
  loadDraft(key: string): Draft | null;
  /** What other tabs hold for the key and this page has not taken up, newest first. */
  otherDrafts(key: string): readonly Draft[];
  /** False when the browser gives no room: then the draft lives as long as the page. */
  saveDraft(key: string, draft: Draft): boolean;
  clearDraft(key: string): void;
  /** Takes out the newest draft for the key, whichever page wrote it. */
  discardDraft(key: string): void;
  /** The newest draft for each key, other tabs' too; one that did not change stays the same object. */
  readonly kept: Observable<readonly KeptDraft[]>;
}

interface StoredDraft extends Draft {
  /** The page that wrote it. */
  page: string;
  /** Milliseconds since the epoch. */
  saved: number;
}

const THIS_PAGE = newLocalId();

export function openDrafts(
  { user, reading }: { user: string; reading: string },
  device: { storage: Storage | null; page: string } = { storage: ownStorage(), page: THIS_PAGE },
): Drafts {
  const { storage, page } = device;
  const unstored = new Map<string, StoredDraft>();
  const taken = new Map<string, StoredDraft>();
  const kept = observable<readonly KeptDraft[]>([]);
  const prefixOf = (key: string): string => JSON.stringify(['postil-draft', user, reading, key]);
  const slotOf = (key: string, writer: string): string => prefixOf(key) + writer;
  const mine = JSON.stringify(['postil-draft', user, reading]).slice(0, -1);

  const all = (key: string): StoredDraft[] => {
    const prefix = prefixOf(key);
    const stored = Object.keys(storage ?? {})
      .filter((slot) => slot.startsWith(prefix))
      .flatMap((slot) => parseDraft(storage?.getItem(slot)));
    return [...stored, ...(unstored.has(key) ? [unstored.get(key) as StoredDraft] : [])].sort(
      (a, b) => b.saved - a.saved,
    );
  };
  /** The draft that this page went on with; gone on with by its own page too, it stays as another version. */
  const dropTaken = (key: string): void => {
    const known = taken.get(key);
    taken.delete(key);
    if (known === undefined) return;
    const [present] = parseDraft(storage?.getItem(slotOf(key, known.page)));
    if (present?.saved === known.saved) storage?.removeItem(slotOf(key, known.page));
  };

  const takeUp = (key: string): Draft | null => {
    const newest = all(key)[0] ?? null;
    if (newest !== null && newest.page !== page) taken.set(key, newest);
    return newest;
  };
  const list = (): void => {
    const stored = Object.keys(storage ?? {}).filter((slot) => slot.startsWith(`${mine},`));
    const keys = new Set([...stored.map(keyOfSlot), ...unstored.keys()]);
    const before = new Map(kept.get().map((draft) => [draft.key, draft]));
    const drafts = [...keys].flatMap((key) => {
      const [newest] = all(key);
      if (newest === undefined) return [];
      const known = before.get(key);
      const { comment } = newest;
      const same = known !== undefined && JSON.stringify(known.comment) === JSON.stringify(comment);
      return [same ? known : { key, comment }];
    });
    kept.set(drafts);
  };
  const clear = (key: string): void => {
    unstored.delete(key);
    storage?.removeItem(slotOf(key, page));
    dropTaken(key);
    list();
  };
  list();

  return {
    kept: {
      get: kept.get,
      subscribe(onChange) {
        const listening = new AbortController();
        window.addEventListener('storage', list, { signal: listening.signal });
        const end = kept.subscribe(onChange);
        return () => {
          listening.abort();
          end();
        };
      },
    },
    loadDraft: takeUp,
    otherDrafts: (key) =>
      all(key).filter((draft) => draft.page !== page && draft.saved !== taken.get(key)?.saved),
    saveDraft(key, draft) {
      const stored = { ...draft, page, saved: Date.now() };
      unstored.set(key, stored);
      const wasStored = wasSet(storage, slotOf(key, page), JSON.stringify(stored));
      if (wasStored) {
        unstored.delete(key);
        dropTaken(key);
      }
      list();
      return wasStored;
    },
    clearDraft: clear,
    discardDraft(key) {
      takeUp(key);
      clear(key);
    },
  };
}

function keyOfSlot(slot: string): string {
  const [, , , key] = JSON.parse(slot.slice(0, slot.lastIndexOf(']') + 1)) as string[];
  return key ?? '';
}

/** Null where the browser forbids storage: then even asking for it throws. */
function ownStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function wasSet(storage: Storage | null, slot: string, value: string): boolean {
  try {
    storage?.setItem(slot, value);
    return storage !== null;
  } catch {
    // The quota is used up.
    return false;
  }
}

/** Draft words are worth keeping even where they break the comment schema: only their outline is checked. */
function parseDraft(json: string | null | undefined): StoredDraft[] {
  if (json === null || json === undefined) return [];
  try {
    const draft = JSON.parse(json) as StoredDraft;
    return draft.comment.type === 'doc' && typeof draft.saved === 'number' ? [draft] : [];
  } catch {
    return [];
  }
}
