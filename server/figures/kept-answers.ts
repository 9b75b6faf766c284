type Json = Uint8Array<ArrayBuffer>;

/** Answers by what was asked; when they grow too large, those that were not asked for lately go. */
export interface KeptAnswers {
  get(key: string): Json | null;
  keep(key: string, json: Json): void;
}

/** `most`: bytes of all together, the keys included. */
export function createKeptAnswers(most: number): KeptAnswers {
  /** Those asked for last stand last. */
  const kept = new Map<string, Json>();
  let size = 0;
  const drop = (key: string): void => {
    const json = kept.get(key);
    if (kept.delete(key)) size -= sizeOf(key, json);
  };
  return {
    get(key) {
      const json = kept.get(key) ?? null;
      if (json !== null) {
        kept.delete(key);
        kept.set(key, json);
      }
      return json;
    },
    keep(key, json) {
      drop(key);
      if (sizeOf(key, json) > most) return;
      kept.set(key, json);
      size += sizeOf(key, json);
      for (const oldest of kept.keys()) {
        if (size <= most) break;
        drop(oldest);
      }
    },
  };
}

function sizeOf(key: string, json: Json | undefined): number {
  return 2 * key.length + (json?.length ?? 0);
}
