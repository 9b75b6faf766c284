import { useEffect, useState } from 'react';
import type { Prediction } from '#lib/insight/predictions/prediction.ts';
import {
  type DraftOf,
  keepDraft,
  keptDraft,
  NOTHING_TYPED,
  type OutcomeDraft,
} from './outcome-draft.ts';

interface Typing {
  draft: OutcomeDraft;
  /** It was typed before this page was opened. */
  isFromBefore: boolean;
  /** Null empties it. */
  keep: (draft: OutcomeDraft | null) => void;
}

/** What is typed of an answer to this prediction: kept on the device until the ledger holds it (PP9). */
export function useOutcomeDraft(prediction: Prediction, user: string): Typing {
  const [draft, setDraft] = useState(NOTHING_TYPED);
  const [isFromBefore, setIsFromBefore] = useState(false);
  const of = draftOf(prediction, user);

  // After the first paint: the server, which renders the form too, knows nothing of this device.
  useEffect(() => {
    const kept = keptDraft(of);
    if (kept === null) return;
    if (isIn(prediction, kept.sent)) return keepDraft(of, null);
    setDraft(kept);
    setIsFromBefore(true);
    // oxlint-disable-next-line react/exhaustive-deps -- once: what comes later must not change what is being typed
  }, []);

  return {
    draft,
    isFromBefore,
    keep(next) {
      setDraft(next ?? NOTHING_TYPED);
      if (next === null) setIsFromBefore(false);
      keepDraft(of, next);
    },
  };
}

function draftOf({ id, reading, marks }: Prediction, user: string): DraftOf {
  return { user, reading, marks: [...new Set([id, ...marks.map((mark) => mark.id)])] };
}

function isIn({ outcome, earlierOutcomes }: Prediction, key: string | null): boolean {
  return [...(outcome === null ? [] : [outcome]), ...earlierOutcomes].some(({ id }) => id === key);
}
