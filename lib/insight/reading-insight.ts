import type { Records } from '../annotation/record-set.ts';
import type { Block } from '../article/document.ts';
import { type Agreement, agreementOf } from './agreement-of.ts';
import { Evidence } from './evidence.ts';
import { insightOf } from './insight-of.ts';
import type { Insight } from './insight.ts';
import {
  type PersonAgreement,
  agreementWithRest,
  likenessMet,
  personFigures,
} from './person-agreement.ts';
import { ofRevision } from './of-revision.ts';
import { type Sureness, sureInputsOf, surenessOf } from './sureness-of.ts';
import { undefinedFor } from './agreement/figure.ts';
import { type Voices, voicesOf } from './voices.ts';

/** All that `GET …/insight` says of one reading. */
export interface ReadingInsight extends Insight {
  agreement: Agreement & Sureness;
  /** By id: the asker, or all members who marked something where the asker may see each (IP4). */
  persons: PersonAgreement[];
  voices: Voices;
}

export interface InsightOf {
  /** Its id: records of another one do not count. */
  readonly revision: string;
  readonly blocks: readonly Block[];
  /** Of the text, UTF-16. */
  readonly length: number;
  /** Ids of the group's members. */
  readonly members: readonly string[];
}

/** Over exactly the records given. `shown`: whose figures of their own are given. */
export function readingInsightOf(
  all: Records,
  of: InsightOf,
  shown: readonly string[],
): ReadingInsight {
  const records = ofRevision(all, of.revision);
  const evidence = new Evidence(of, of.members);
  evidence.follow(records);
  return {
    ...insightOf(records),
    done: evidence.doneSomewhere(),
    agreement: { ...agreementOf(evidence), ...surenessOf(sureInputsOf(evidence)) },
    persons: personsOf(evidence, shown),
    voices: voicesOf(records.annotations.values(), of.blocks),
  };
}

/** Of those of `shown` who marked something, by id. */
export function personsOf(evidence: Evidence, shown: readonly string[]): PersonAgreement[] {
  const counts = evidence.counts();
  const met = likenessMet(counts);
  return shown.toSorted().flatMap((user) => {
    const figures = personFigures(evidence.marksOf(user), evidence);
    if (figures === null) return [];
    const row = evidence.rowOf(user);
    const { stretches, ...own } = figures;
    const withRest = (among?: readonly number[]) =>
      row === undefined ? undefinedFor('nobody') : agreementWithRest(row, counts, met, among);
    const drift = stretches.map(({ marks, tags, sentences }) => ({
      marks,
      tags,
      withRest: withRest(sentences),
    }));
    return { user, ...own, withRest: withRest(), drift };
  });
}
