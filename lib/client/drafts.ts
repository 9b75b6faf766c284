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
  /**
   * Known at once, stored when the typing pauses or the page is left. When the browser gives no room, the draft lives as
   * long as the page.
   */
  saveDraft(key: string, draft: Draft): void;
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

/** How long typing must rest until a draft is stored. Milliseconds. */
const PAUSE = 150;

/** `visibilitychange` bubbles to the window, and is all that a phone says before it ends a page. */
const LEAVING = ['pagehide', 'visibilitychange'] as const;

interface Device {
  storage: Storage | null;
  page: string;
  /** Tells when the page may be gone at any moment. */
  leaving: EventTarget;
}

export function openDrafts(
  { user, reading }: { user: string; reading: string },
  device: Device = { storage: ownStorage(), page: THIS_PAGE, leaving: ownLeaving() },
): Drafts {
  const { storage, page, leaving } = device;
  /** Newer than what is stored, by key: what is to be stored, or found no room. */
  const unstored = new Map<string, StoredDraft>();
  const taken = new Map<string, StoredDraft>();
  const kept = observable<readonly KeptDraft[]>([]);
  const prefixOf = (key: string): string => JSON.stringify(['postil-draft', user, reading, key]);
  const slotOf = (key: string, writer: string): string => prefixOf(key) + writer;
  const mine = JSON.stringify(['postil-draft', user, reading]).slice(0, -1);
  let pause: ReturnType<typeof setTimeout> | undefined;

  const all = (key: string): StoredDraft[] => {
    const prefix = prefixOf(key);
    const newer = unstored.get(key);
    const stored = Object.keys(storage ?? {})
      .filter((slot) => slot.startsWith(prefix))
      .flatMap((slot) => parseDraft(storage?.getItem(slot)))
      .filter((draft) => newer === undefined || draft.page !== page);
    return [...stored, ...(newer === undefined ? [] : [newer])].sort((a, b) => b.saved - a.saved);
  };
  /** The draft that this page went on with; gone on with by its own page too, it stays as another version. */
  const dropTaken = (key: string): void => {
    const known = taken.get(key);
    taken.delete(key);
    if (known === undefined) return;
    const [present] = parseDraft(storage?.getItem(slotOf(key, known.page)));
    if (present?.saved === known.saved) storage?.removeItem(slotOf(key, known.page));
  };
  const store = (): void => {
    clearTimeout(pause);
    for (const event of LEAVING) leaving.removeEventListener(event, store);
    for (const [key, draft] of unstored) {
      if (!wasSet(storage, slotOf(key, page), JSON.stringify(draft))) continue;
      unstored.delete(key);
      dropTaken(key);
    }
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
    kept.set(
      [...keys].flatMap((key) => {
        const [newest] = all(key);
        return newest === undefined ? [] : [keptAs(key, newest, before.get(key))];
      }),
    );
  };
  /** What one key brings: nothing else is read again. */
  const put = (key: string, draft: StoredDraft): void => {
    const known = kept.get().find((one) => one.key === key);
    const now = keptAs(key, draft, known);
    if (known === undefined) kept.set([...kept.get(), now]);
    else if (now !== known) kept.set(kept.get().map((one) => (one === known ? now : one)));
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
      const written = { ...draft, page, saved: Date.now() };
      unstored.set(key, written);
      put(key, written);
      clearTimeout(pause);
      pause = setTimeout(store, PAUSE);
      for (const event of LEAVING) leaving.addEventListener(event, store);
    },
    clearDraft: clear,
    discardDraft(key) {
      takeUp(key);
      clear(key);
    },
  };
}

/** The same object as before while the words are the same. */
function keptAs(key: string, { comment }: Draft, before: KeptDraft | undefined): KeptDraft {
  const isSame = before !== undefined && JSON.stringify(before.comment) === JSON.stringify(comment);
  return isSame ? before : { key, comment };
}

function keyOfSlot(slot: string): string {
  const [, , , key] = JSON.parse(slot.slice(0, slot.lastIndexOf(']') + 1)) as string[];
  return key ?? '';
}

/** The server, which renders the room too, has none. */
function ownLeaving(): EventTarget {
  return typeof window === 'undefined' ? new EventTarget() : window;
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
