import { tagDefinition } from '#lib/annotation/codebook.ts';
import { type Filter, NO_TAG, type Quality } from '#lib/insight/filter.ts';

export const QUALITY_WORDS: Record<Quality, string> = {
  commented: 'with a comment',
  unresolved: 'unresolved',
  contested: 'contested',
  unread: 'unread',
};

export function tagWords(tag: string): string {
  return tag === NO_TAG ? 'without a tag' : (tagDefinition(tag)?.name ?? tag);
}

/** What the filter lets through: "Anna Baum’s marks · opinion · with a comment". `nameOf`: for a user's id. */
export function filterWords(filter: Filter, nameOf: (user: string) => string): string {
  const { show, tags, by, labels, is } = filter;
  const parts = [
    whoseWords(show, nameOf),
    tags.map(tagWords).join(' or '),
    by.length === 0 ? '' : `by ${by.map(nameOf).join(' or ')}`,
    labels.length === 0 ? '' : `labelled ${labels.join(' or ')}`,
    is.map((quality) => QUALITY_WORDS[quality]).join(' and '),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function whoseWords(show: Filter['show'], nameOf: (user: string) => string): string {
  if (show === 'everyone') return '';
  if (show === 'mine') return 'only your marks';
  return show === 'none' ? 'no marks' : `only ${nameOf(show.user)}’s marks`;
}
