import type { RecordMap } from '../../annotation/record-maps.ts';
import type { Records } from '../../annotation/record-set.ts';
import { textOfComment } from '../../annotation/comment.ts';
import { canonicalJson } from './canonical-json.ts';

/** Words of a past moment, as far as they may be told: what its author has taken back or changed since is not shown again. */
export interface AsThen {
  /** Whether the record is still as it was. */
  stands(map: RecordMap, key: string): boolean;
  /** Of a comment or reply; null when it has been taken back or changed since. */
  wordsOf(key: string): string | null;
}

export function asThen(then: Records, now: Records): AsThen {
  const stands: AsThen['stands'] = (map, key) => {
    const [was, is] = [then[map].get(key), now[map].get(key)];
    return was !== undefined && (was === is || canonicalJson(was) === canonicalJson(is ?? null));
  };
  return {
    stands,
    wordsOf(key) {
      const map = then.annotations.has(key) ? 'annotations' : 'replies';
      const comment = then[map].get(key)?.comment ?? null;
      return comment !== null && stands(map, key) ? textOfComment(comment) : null;
    },
  };
}
