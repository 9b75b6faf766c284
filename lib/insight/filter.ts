/** Whose marks are shown. */
export type Whose = 'everyone' | 'mine' | 'none' | { readonly user: string };

/** What can be asked of an annotation besides its tag, author and labels. */
export const QUALITIES = ['commented', 'unresolved', 'contested', 'unread'] as const;
export type Quality = (typeof QUALITIES)[number];

/** In a list of tags: no tag. */
export const NO_TAG = 'none';

/** What of a reading's annotations is looked for. Groups combine by _and_, the values of one by _or_; `is` by _and_. */
export interface Filter {
  readonly show: Whose;
  readonly tags: readonly string[];
  readonly by: readonly string[];
  readonly labels: readonly string[];
  readonly is: readonly Quality[];
  /** Looked for in text and comments; hides nothing. */
  readonly words: string;
  readonly sort: 'place' | 'time';
}

export const EVERYTHING: Filter = {
  show: 'everyone',
  tags: [],
  by: [],
  labels: [],
  is: [],
  words: '',
  sort: 'place',
};

/** Whether it can hide an annotation. */
export function hides({ show, tags, by, labels, is }: Filter): boolean {
  return show !== 'everyone' || [tags, by, labels, is].some((values) => values.length > 0);
}
