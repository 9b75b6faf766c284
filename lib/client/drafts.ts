import type { Comment } from '../annotation/comment.ts';
import { newLocalId } from './new-record.ts';

/** A comment that is not sent yet. */
export interface Draft {
  comment: Comment;
  /**
   * The `modified ?? created` stamp of the record it began from, null for a new comment. When the record carries another
   * stamp by now, it was changed meanwhile: show both.
   */
  begunFrom: string | null;
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
  const prefixOf = (key: string): string => JSON.stringify(['postil-draft', user, reading, key]);
  const slotOf = (key: string, writer: string): string => prefixOf(key) + writer;

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

  return {
    loadDraft(key) {
      const newest = all(key)[0] ?? null;
      if (newest !== null && newest.page !== page) taken.set(key, newest);
      return newest;
    },
    otherDrafts: (key) =>
      all(key).filter((draft) => draft.page !== page && draft.saved !== taken.get(key)?.saved),
    saveDraft(key, draft) {
      const stored = { ...draft, page, saved: Date.now() };
      unstored.set(key, stored);
      if (!wasSet(storage, slotOf(key, page), JSON.stringify(stored))) return false;
      unstored.delete(key);
      dropTaken(key);
      return true;
    },
    clearDraft(key) {
      unstored.delete(key);
      storage?.removeItem(slotOf(key, page));
      dropTaken(key);
    },
  };
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
