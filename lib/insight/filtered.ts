import type { Annotation } from '../annotation/record.ts';
import type { Records } from '../annotation/record-set.ts';
import { contestedStretches } from './contested.ts';
import { type Filter, hides, NO_TAG, type Quality } from './filter.ts';
import { counts } from './insight-of.ts';

/** All records without the annotations that the filter hides; the same object when it hides none. `me`: who looks. */
export function filtered(all: Records, filter: Filter, me: string): Records {
  if (!hides(filter)) return all;
  const keeps = keeperOf(all, filter, me);
  const kept = [...all.annotations].filter(([, annotation]) => keeps(annotation));
  return kept.length === all.annotations.size ? all : { ...all, annotations: new Map(kept) };
}

function keeperOf(all: Records, filter: Filter, me: string): (annotation: Annotation) => boolean {
  const { show, tags, by, labels, is } = filter;
  if (show === 'none') return () => false;
  const alone = show === 'everyone' ? null : show === 'mine' ? me : show.user;
  const qualities = is.map((quality) => TESTS[quality](all));
  return (annotation) =>
    (alone === null || annotation.author === alone) &&
    (tags.length === 0 || tags.includes(annotation.tag ?? NO_TAG)) &&
    (by.length === 0 || by.includes(annotation.author)) &&
    (labels.length === 0 || (annotation.labels ?? []).some((label) => labels.includes(label))) &&
    qualities.every((has) => has(annotation));
}

const TESTS: Record<Quality, (all: Records) => (annotation: Annotation) => boolean> = {
  commented: isCommented,
  unresolved(all) {
    const speaks = isCommented(all);
    const resolved = resolvedThreads(all);
    return (annotation) => speaks(annotation) && !resolved.has(annotation.id);
  },
  contested({ annotations }) {
    const stretches = contestedStretches([...annotations.values()].filter(counts));
    return ({ target }) =>
      stretches.some(({ start, end }) => start < target.end && end > target.start);
  },
};

/** Has words of its author's, or an answer. */
function isCommented({ replies }: Records): (annotation: Annotation) => boolean {
  const answered = new Set([...replies.values()].map(({ annotation }) => annotation));
  return ({ id, comment }) => comment !== null || answered.has(id);
}

/** Annotations whose thread was last said to be resolved. */
function resolvedThreads({ assessments }: Records): ReadonlySet<string> {
  const newest = new Map<string, { said: string; state: 'resolved' | 'open' }>();
  for (const one of assessments.values()) {
    if (one.kind !== 'thread') continue;
    const said = one.modified ?? one.created;
    const known = newest.get(one.on);
    if (known === undefined || known.said <= said) newest.set(one.on, { said, state: one.state });
  }
  const resolved = [...newest].filter(([, { state }]) => state === 'resolved');
  return new Set(resolved.map(([key]) => key));
}
