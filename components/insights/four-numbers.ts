import { counted } from '#components/ui/counted.ts';
import { grouped } from '#components/ui/grouped.ts';
import { type Figure, UNDEFINED } from '#lib/insight/agreement/figure.ts';
import type { Vote } from '#lib/insight/agreement/vote.ts';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import { tagNamed } from './given-tags.ts';
import { inHundred } from './lead-words.ts';

/** A number as a reader meets it. `value`, `count` and `range` are null where there is none; then `meaning` says why. */
export interface PlainNumber {
  title: string;
  value: string | null;
  /** What it was counted from. */
  count: string | null;
  range: string | null;
  meaning: string;
  /** On a scale on which 0 is luck and 1 is agreement everywhere. */
  scale?: { value: number; low: number; high: number };
}

type AgreementFigures = ReadingInsight['agreement'];

/** The four numbers; the third has two halves, which are told one after the other. */
export function fourNumbers(agreement: AgreementFigures): PlainNumber[] {
  return [
    sameKind(agreement),
    beyondLuck(agreement),
    worthMarking(agreement),
    whichKind(agreement),
    mostConfused(agreement),
  ];
}

/** "fact", "fact or opinion"; for a vote for none of them "nothing here". */
export function voteInWords(vote: Vote): string {
  return vote.length === 0 ? 'nothing here' : vote.map((tag) => tagNamed(tag).name).join(' or ');
}

/** Two decimals; a minus as it is printed. */
export const decimal = (value: number): string => value.toFixed(2).replace('-', '−');

function sameKind({ sameTag, sameTagRange }: AgreementFigures): PlainNumber {
  const title = 'The same kind';
  if (!sameTag.defined) return none(title, sameTag);
  const same = grouped(Math.round(sameTag.same * 10) / 10);
  return {
    title,
    value: `${inHundred(sameTag.value)} in 100`,
    count: `${same} of ${counted(sameTag.pairs, 'pair')} of people on ${counted(sameTag.units, 'sentence')}`,
    range: rangeOf(sameTagRange, (share) => String(inHundred(share))),
    meaning:
      'Take any sentence on which two of you decided: so often the two picked the same kind. Luck is in it, too.',
  };
}

function beyondLuck({ alpha, alphaRange }: AgreementFigures): PlainNumber {
  const title = 'Beyond luck';
  if (!alpha.defined) return none(title, alpha);
  return {
    title,
    value: decimal(alpha.value),
    count: `${counted(alpha.votes, 'choice')} on ${counted(alpha.units, 'sentence')}`,
    range: rangeOf(alphaRange, decimal),
    meaning: `${besideLuck(alpha.value)} 0 is what luck alone would give, 1 is agreeing everywhere (Krippendorff’s alpha).`,
    scale: scaleOf(alpha.value, alphaRange),
  };
}

function besideLuck(value: number): string {
  if (value < 0) return 'You differ more than people who throw dice.';
  if (value === 1) return 'You agree everywhere.';
  return `You are ${inHundred(value)} % of the way from pure luck to agreeing everywhere.`;
}

function worthMarking({
  barUAlpha,
  barUAlphaRange,
  barUAlphaWithoutOne,
  done,
}: AgreementFigures): PlainNumber {
  const title = 'Worth marking?';
  if (!barUAlpha.defined) return none(title, barUAlpha);
  return {
    title,
    value: decimal(barUAlpha.value),
    count: `marks of ${counted(done.length, 'member')} who are done`,
    range: spanRangeOf(barUAlphaRange, barUAlphaWithoutOne),
    meaning: 'Whether you mark the same words at all, whatever the kind; luck taken out (|uα).',
    scale: scaleOf(barUAlpha.value, barUAlphaRange),
  };
}

function whichKind({ cuAlpha, cuAlphaRange, cuAlphaWithoutOne }: AgreementFigures): PlainNumber {
  const title = 'Which kind?';
  if (!cuAlpha.defined) return none(title, cuAlpha);
  return {
    title,
    value: decimal(cuAlpha.value),
    count: `on ${inHundred(cuAlpha.coverage)} % of what could be compared: there two or more marked`,
    range: spanRangeOf(cuAlphaRange, cuAlphaWithoutOne),
    meaning:
      'Where two of you marked the same words: whether it was the same kind; luck taken out (cuα).',
    scale: scaleOf(cuAlpha.value, cuAlphaRange),
  };
}

function mostConfused({ mostConfused: most, mostConfusedRange }: AgreementFigures): PlainNumber {
  const title = 'Most often mixed up';
  if (!most.defined) return none(title, most);
  if (most.between === null)
    return {
      ...none(title, most),
      meaning: 'Nobody differs on a sentence, so nothing is mixed up.',
    };
  const [a, b] = most.between.map(voteInWords);
  return {
    title,
    value: `${a} and ${b}`,
    count: `${grouped(most.pairs)} of ${counted(most.differing, 'pair')} of people who differ`,
    range: rangeOf(mostConfusedRange, (share) => `${inHundred(share)} %`),
    meaning: mixedUp(most.between),
  };
}

/** A vote for nothing is a sentence that somebody who is done left as it was. */
function mixedUp([a, b]: readonly [Vote, Vote]): string {
  if (a.length === 0)
    return `Where one of you left a sentence unmarked, another most often chose ${voteInWords(b)}.`;
  return `Where one of you chose ${voteInWords(a)}, another most often chose ${voteInWords(b)}.`;
}

function none(title: string, figure: Figure<object>): PlainNumber {
  const meaning = figure.defined ? '' : UNDEFINED[figure.reason];
  return { title, value: null, count: null, range: null, meaning };
}

type Ends = Figure<{ readonly low: number; readonly high: number }>;

function rangeOf(range: Ends, words: (value: number) => string, redrawn = 'sentences'): string {
  return range.defined
    ? `likely ${words(range.low)} to ${words(range.high)} for other ${redrawn} of this kind (95 % range)`
    : UNDEFINED[range.reason];
}

/** Over paragraphs; and, where it can be told, how much one person makes. */
function spanRangeOf(range: Ends, withoutOne: Ends): string {
  const drawn = rangeOf(range, decimal, 'paragraphs');
  return withoutOne.defined
    ? `${drawn}; from ${decimal(withoutOne.low)} to ${decimal(withoutOne.high)} if any one of you is left out`
    : drawn;
}

function scaleOf(value: number, range: Ends): { value: number; low: number; high: number } {
  return range.defined
    ? { value, low: range.low, high: range.high }
    : { value, low: value, high: value };
}
