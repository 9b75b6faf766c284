import { counted } from '#components/ui/counted.ts';
import type { Agreement } from '#lib/insight/agreement-of.ts';

/** A sentence of which one part stands out. */
export interface LeadWords {
  before: string;
  strong: string;
  after: string;
}

/** What is known of a reading in one sentence. `contested`: passages listed below it. */
export function leadWords(
  { people, shared, sameTag }: Pick<Agreement, 'people' | 'shared' | 'sameTag'>,
  contested: number,
): LeadWords {
  const differ = contested === 0 ? '.' : `; you differ most on ${passagesInWords(contested)}.`;
  if (sameTag.defined) return chanceInWords(sameTag.value, differ);
  if (people === 0)
    return {
      before: '',
      strong: 'Nobody',
      after: ' has picked a kind yet; there are only comments.',
    };
  if (people === 1)
    return {
      before: 'Only ',
      strong: 'one of you',
      after: ' has picked kinds so far; it takes two to agree.',
    };
  if (shared === 0)
    return {
      before: 'No two of you have decided on ',
      strong: 'the same sentence',
      after: ' yet.',
    };
  return {
    before: 'Two of you have decided on ',
    strong: counted(shared, 'same sentence'),
    after: ` so far; from five on this page says how often you agree${differ}`,
  };
}

function chanceInWords(chance: number, differ: string): LeadWords {
  if (chance === 1)
    return {
      before: 'Wherever two of you decided on the same sentence, you picked ',
      strong: 'the same kind',
      after: differ,
    };
  if (chance === 0)
    return { before: 'Two of you ', strong: 'never', after: ` picked the same kind${differ}` };
  return {
    before: 'Two of you picked the same kind ',
    strong: `${timesInHundred(chance)} in 100`,
    after: differ,
  };
}

/** Only what is 0 or 1 is said to be never or always. */
export function inHundred(share: number): number {
  if (share === 0 || share === 1) return share * 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

const timesInHundred = (share: number): string => counted(inHundred(share), 'time');

const NUMBERS = ['', '', 'two', 'three', 'four', 'five'];

function passagesInWords(count: number): string {
  return count === 1 ? 'this passage' : `these ${NUMBERS[count] ?? count} passages`;
}
