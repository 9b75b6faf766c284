import { EVERYTHING, type Filter, NO_TAG, QUALITIES, type Quality, type Whose } from './filter.ts';

/** Parameters of an address, by name. `URLSearchParams` is one. */
interface Parameters {
  get(name: string): string | null;
}

/** A longer one is no label (contract, Records). UTF-16 units. */
const LONGEST_LABEL = 40;

/** What of an address is the filter's; all else in it is another's. */
export const FILTER_PARAMETERS = ['show', 'tag', 'by', 'label', 'is', 'q', 'sort'] as const;

/** The filter as an address carries it: only what differs from everything. */
export function queryOf(filter: Filter): [name: string, value: string][] {
  const { show, tags, by, labels, is, words, sort } = filter;
  const pairs: [string, string][] = [
    ['show', wordOf(show)],
    ['tag', listed(tags)],
    ['by', listed(by)],
    ['label', listed(labels)],
    ['is', listed(is)],
    ['q', words],
    ['sort', sort === EVERYTHING.sort ? '' : sort],
  ];
  return pairs.filter(([, value]) => value !== '');
}

/** What an address asks for; what it names and nobody knows is left out. `tags`: those of the codebook. */
export function filterOf(query: Parameters, tags: readonly string[]): Filter {
  const known = new Set([...tags, NO_TAG]);
  return {
    show: whoseOf(query.get('show') ?? ''),
    tags: valuesOf(query.get('tag')).filter((tag) => known.has(tag)),
    by: valuesOf(query.get('by')).filter(isUser),
    labels: valuesOf(query.get('label')).filter(({ length }) => length <= LONGEST_LABEL),
    is: valuesOf(query.get('is')).filter(isQuality),
    words: query.get('q') ?? '',
    sort: query.get('sort') === 'time' ? 'time' : 'place',
  };
}

function wordOf(show: Whose): string {
  if (show === 'everyone') return '';
  return typeof show === 'string' ? show : show.user;
}

function whoseOf(word: string): Whose {
  if (word === 'mine' || word === 'none') return word;
  return isUser(word) ? { user: word } : 'everyone';
}

/** Values parted by commas; a comma or percent sign in one is escaped. */
function listed(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

function valuesOf(list: string | null): string[] {
  const values = (list ?? '').split(',').filter((value) => value !== '');
  return [...new Set(values.map((one) => one.replaceAll('%2C', ',').replaceAll('%25', '%')))];
}

const isUser = (word: string): boolean => /^[A-Za-z0-9_-]{1,40}$/.test(word);
const isQuality = (word: string): word is Quality => QUALITIES.some((quality) => quality === word);
