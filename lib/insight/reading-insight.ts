import type { Annotation } from '../annotation/record.ts';
import type { Records } from '../annotation/record-set.ts';
import type { Block } from '../article/document.ts';
import { type Agreement, agreementOf } from './agreement-of.ts';
import { Evidence } from './evidence.ts';
import { insightOf } from './insight-of.ts';
import type { Insight } from './insight.ts';
import { type PersonAgreement, agreementWithRest, personFigures } from './person-agreement.ts';
import { type Sureness, sureInputsOf, surenessOf } from './sureness-of.ts';
import { undefinedFor } from './agreement/figure.ts';
import { likenesses } from './agreement/unit-counts.ts';
import { type Voices, voicesOf } from './voices.ts';

/** All that `GET …/insight` says of one reading. */
export interface ReadingInsight extends Insight {
  agreement: Agreement & Sureness;
  /** By id: the asker, or all members who marked something where the asker may see each (IP4). */
  persons: PersonAgreement[];
  voices: Voices;
}

export interface InsightOf {
  readonly blocks: readonly Block[];
  /** Of the text, UTF-16. */
  readonly length: number;
  /** Ids of the group's members. */
  readonly members: readonly string[];
}

/** Over exactly the records given. `shown`: whose figures of their own are given. */
export function readingInsightOf(
  records: Records,
  of: InsightOf,
  shown: readonly string[],
): ReadingInsight {
  const evidence = new Evidence(of, of.members);
  evidence.follow(records);
  return {
    ...insightOf(records),
    agreement: { ...agreementOf(evidence), ...surenessOf(sureInputsOf(evidence)) },
    persons: personsOf(evidence, records, shown),
    voices: voicesOf(records.annotations.values(), of.blocks),
  };
}

/** Of those of `shown` who marked something, by id. */
export function personsOf(
  evidence: Evidence,
  { annotations }: Pick<Records, 'annotations'>,
  shown: readonly string[],
): PersonAgreement[] {
  const marks = new Map<string, Annotation[]>(shown.toSorted().map((user) => [user, []]));
  for (const one of annotations.values()) if (one.tag !== null) marks.get(one.author)?.push(one);
  const counts = evidence.counts();
  const alike = likenesses(counts.values);
  return [...marks].flatMap(([user, own]) => {
    const row = evidence.rowOf(user);
    if (own.length === 0) return [];
    return {
      ...personFigures(user, own, evidence.length),
      withRest: row === undefined ? undefinedFor('nobody') : agreementWithRest(row, counts, alike),
    };
  });
}
