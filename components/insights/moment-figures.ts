import { UNDEFINED } from '#lib/insight/agreement/figure.ts';
import type { Agreement } from '#lib/insight/agreement-of.ts';
import { bestPerSentence } from '#lib/insight/best-per-sentence.ts';
import type { Insight } from '#lib/insight/insight.ts';
import { contestScore } from '#lib/insight/passages.ts';
import type { Block } from '#lib/article/document.ts';
import { decimal, voteInWords } from './four-numbers.ts';
import { inHundred } from './lead-words.ts';
import { tagPercents } from './tag-percents.ts';

type Figures = Pick<
  Insight,
  'annotations' | 'members' | 'comments' | 'replies' | 'tags' | 'passages'
> & { agreement: Agreement };

/** What is held side by side of two moments: a name and a word or number for each. */
export function momentFigures(insight: Figures, blocks: readonly Block[]): [string, string][] {
  const { sameTag, alpha, mostConfused, done } = insight.agreement;
  const contested = bestPerSentence(insight.passages, blocks, contestScore);
  return [
    ['Marks', String(insight.annotations)],
    ['Members who marked', String(insight.members)],
    ['Comments and replies', String(insight.comments + insight.replies)],
    ['Members done with the whole article', String(done.length)],
    ...tagPercents(insight).map(({ tag, percent }): [string, string] => [
      `Tags that say ${tag.name}`,
      `${percent} %`,
    ]),
    ['Sentences on which you differ', String(contested.length)],
    [
      'The same kind',
      sameTag.defined ? `${inHundred(sameTag.value)} in 100` : UNDEFINED[sameTag.reason],
    ],
    ['Beyond luck', alpha.defined ? decimal(alpha.value) : UNDEFINED[alpha.reason]],
    [
      'Most often mixed up',
      mostConfused.defined
        ? (mostConfused.between?.map(voteInWords).join(' and ') ?? 'nothing')
        : UNDEFINED[mostConfused.reason],
    ],
  ];
}
