import type { Records } from '../annotation/record-set.ts';

/**
 * Of the records those that speak of this revision of the text (INSIGHT.md, N1): marks on another's words, and who was done with them, mean other characters. The very same
 * records where none is of another, so that who looks at changes alone has nothing to do.
 */
export function ofRevision(records: Records, revision: string): Records {
  const annotations = only(records.annotations, ({ target }) => target.revision === revision);
  const assessments = only(
    records.assessments,
    (one) => one.kind !== 'done' || one.revision === revision,
  );
  return annotations === records.annotations && assessments === records.assessments
    ? records
    : { ...records, annotations, assessments };
}

function only<T>(
  all: ReadonlyMap<string, T>,
  isMeant: (one: T) => boolean,
): ReadonlyMap<string, T> {
  for (const one of all.values())
    if (!isMeant(one)) return new Map([...all].filter(([, each]) => isMeant(each)));
  return all;
}
