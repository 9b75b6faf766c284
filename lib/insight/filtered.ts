import type { Annotation, Reply } from '../annotation/record.ts';
import type { Records } from '../annotation/record-set.ts';
import { contestedStretches } from './contested.ts';
import { type Filter, hides, NO_TAG, type Quality } from './filter.ts';
import { counts } from './insight-of.ts';

/** Who looks, and what the records do not say: the log's order decides on threads (D11), and reading is nobody else's. */
export interface Looker {
  readonly me: string;
  /** Keys of annotations. */
  readonly resolved: ReadonlySet<string>;
  /** Keys of annotations and replies. */
  readonly unread: ReadonlySet<string>;
}

/** All records without the annotations that the filter hides; the same object when it hides none. */
export function filtered(all: Records, filter: Filter, looker: Looker): Records {
  if (!hides(filter)) return all;
  const keeps = keeperOf(all, filter, looker);
  const kept = [...all.annotations].filter(([, annotation]) => keeps(annotation));
  return kept.length === all.annotations.size ? all : { ...all, annotations: new Map(kept) };
}

type Test = (annotation: Annotation) => boolean;

function keeperOf(all: Records, filter: Filter, looker: Looker): Test {
  const { show, tags, by, labels, is } = filter;
  if (show === 'none') return () => false;
  const alone = show === 'everyone' ? null : show === 'mine' ? looker.me : show.user;
  const qualities = is.map((quality) => TESTS[quality](all, looker));
  return (annotation) =>
    (alone === null || annotation.author === alone) &&
    (tags.length === 0 || tags.includes(annotation.tag ?? NO_TAG)) &&
    (by.length === 0 || by.includes(annotation.author)) &&
    (labels.length === 0 || (annotation.labels ?? []).some((label) => labels.includes(label))) &&
    qualities.every((has) => has(annotation));
}

const TESTS: Record<Quality, (all: Records, looker: Looker) => Test> = {
  commented: isCommented,
  unresolved(all, { resolved }) {
    const speaks = isCommented(all);
    return (annotation) => speaks(annotation) && !resolved.has(annotation.id);
  },
  contested({ annotations }) {
    const stretches = contestedStretches([...annotations.values()].filter(counts));
    return ({ target }) =>
      stretches.some(({ start, end }) => start < target.end && end > target.start);
  },
  unread({ replies }, { unread }) {
    const answered = answeredBy([...replies.values()].filter(({ id }) => unread.has(id)));
    return ({ id }) => unread.has(id) || answered.has(id);
  },
};

/** Has words of its author's, or an answer. */
function isCommented({ replies }: Records): Test {
  const answered = answeredBy(replies.values());
  return ({ id, comment }) => comment !== null || answered.has(id);
}

function answeredBy(replies: Iterable<Reply>): ReadonlySet<string> {
  return new Set([...replies].map(({ annotation }) => annotation));
}
