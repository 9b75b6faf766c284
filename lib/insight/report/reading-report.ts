import { DEFAULT_CODEBOOK } from '../../annotation/codebook.ts';
import type { Records } from '../../annotation/record-set.ts';
import type { Block } from '../../article/document.ts';
import { type Agreement, agreementOf } from '../agreement-of.ts';
import { type ChangeLogs, changedTags } from '../changed-tags.ts';
import { RESAMPLES } from '../agreement/bootstrap.ts';
import { contestedSentences } from '../contested-sentences.ts';
import { Evidence } from '../evidence.ts';
import { insightOf } from '../insight-of.ts';
import type { Insight } from '../insight.ts';
import { type ReadingInsight, readingInsightOf } from '../reading-insight.ts';
import { type RecordEvent, recordsAt } from '../records-at.ts';
import { SEED } from '../sureness-of.ts';
import { canonicalJson } from './canonical-json.ts';
import { type ContestedPassage, contestedPassage } from './contested-passage.ts';
import { loggedAt, saidSince } from './logged-at.ts';
import { type ReportInputs, reportInputs } from './report-inputs.ts';
import { type GroupMember, type ReportMembers, reportMembers } from './report-members.ts';
import { type ReportPrediction, reportPredictions } from './report-predictions.ts';
import { type ToldChange, toldChange } from './told-change.ts';
import { type AsThen, asThen } from './words-then.ts';

/** What the records do not say. */
export interface ReportSubject {
  reading: { id: string; group: string; revision: string; phase: string };
  article: {
    id: string;
    title: string;
    byline: string | null;
    source: string | null;
    written: string | null;
    words: number;
    digest: boolean;
  };
  text: string;
  blocks: readonly Block[];
  /** The group's, as the asker may see them. */
  members: readonly GroupMember[];
  /** For whom it is counted, and what they may read: names of places, and of whom. */
  asker: GroupMember & { places: readonly string[]; mayRead: (user: string) => boolean };
  /** Whose figures of their own are given (IP4). */
  shown: readonly string[];
  moments: readonly { what: string; at: string }[];
}

export interface ReportLogs {
  /** As `recordsAt` takes them. */
  all: readonly (readonly RecordEvent[])[];
  changes: ChangeLogs;
}

/** What is held side by side of two moments. */
export interface MomentInsight extends Insight {
  agreement: Agreement;
}

export interface ReadingReport extends ReportMembers {
  reading: ReportSubject['reading'];
  article: ReportSubject['article'];
  asker: GroupMember & { places: readonly string[] };
  /** ISO 8601: all that the log took up to then. */
  at: string;
  blocks: readonly Block[];
  inputs: ReportInputs;
  insight: ReadingInsight;
  /** Sentences on which two or more differ, and the first of them. */
  contested: { sentences: number; passages: ContestedPassage[] };
  predictions: ReportPrediction[];
  /** The last time that a blind round was revealed; null when none was. `before`: as it stood then. */
  reveal: { at: string; before: MomentInsight; after: MomentInsight } | null;
  changed: ReportChanges;
  method: ReportMethod;
}

interface ReportChanges {
  /** Null: from the beginning. */
  since: { what: string; at: string } | null;
  /** In the order of the log. */
  tags: ToldChange[];
  /** Passages that somebody tagged for the first time. */
  first: number;
}

interface ReportMethod {
  seed: number;
  resamples: number;
  sentences: number;
  /** Of the tags with their meanings, so that another wording is another version. */
  codebook: { tags: string[]; sha256: string };
}

const SHOWN = 5;

/** A reading to take home (IR1). `at`: milliseconds since the epoch. Page, Markdown and JSON are views of it. */
export function readingReport(
  subject: ReportSubject,
  { all, changes }: ReportLogs,
  at: number,
  sha256: (text: string) => string,
): ReadingReport {
  const { reading, article, blocks, text, members } = subject;
  const { mayRead, ...asker } = subject.asker;
  const [records, logged, time] = [recordsAt(all, at), loggedAt(all, at), new Date(at)];
  const words = asThen(records, recordsAt(all, Infinity));
  const of = {
    revision: reading.revision,
    blocks,
    length: text.length,
    members: members.map(({ id }) => id),
  };
  const insight = readingInsightOf(records, of, subject.shown);
  const since = saidSince(all);
  const read = { id: reading.id, article, text, blocks, records: logged };
  return {
    reading,
    article,
    asker,
    at: time.toISOString(),
    blocks,
    inputs: reportInputs(logged, subject, sha256),
    insight,
    ...reportMembers(members, records, mayRead),
    contested: contestedOf(insight, blocks, { text, records, since, words }),
    predictions: reportPredictions(read, dayOf(time), words.stands),
    reveal: revealOf(subject, all, at),
    changed: changedOf(subject, changes, at, words),
    method: methodOf(blocks, sha256),
  };
}

/** `YYYY-MM-DD`, UTC. */
const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

function contestedOf(
  { passages }: ReadingInsight,
  blocks: readonly Block[],
  of: Parameters<typeof contestedPassage>[1],
): ReadingReport['contested'] {
  const differ = contestedSentences(passages, blocks);
  return {
    sentences: differ.length,
    passages: differ.slice(0, SHOWN).map(({ passage }) => contestedPassage(passage, of)),
  };
}

function methodOf(blocks: readonly Block[], sha256: (text: string) => string): ReportMethod {
  return {
    seed: SEED,
    resamples: RESAMPLES,
    sentences: blocks.reduce((sum, { sentences }) => sum + sentences.length, 0),
    codebook: {
      tags: DEFAULT_CODEBOOK.map(({ id }) => id),
      sha256: sha256(canonicalJson(DEFAULT_CODEBOOK)),
    },
  };
}

function revealOf(
  subject: ReportSubject,
  all: ReportLogs['all'],
  at: number,
): ReadingReport['reveal'] {
  const reveal = lastOf(subject, 'revealed', at);
  if (reveal === null) return null;
  const momentOf = (time: number): MomentInsight => momentInsight(recordsAt(all, time), subject);
  return { at: reveal.at, before: momentOf(Date.parse(reveal.at)), after: momentOf(at) };
}

function momentInsight(records: Records, { blocks, text, members }: ReportSubject): MomentInsight {
  const evidence = new Evidence(
    { blocks, length: text.length },
    members.map(({ id }) => id),
  );
  evidence.follow(records);
  return { ...insightOf(records), agreement: agreementOf(evidence) };
}

/** Since the last reveal; where there was none since the last close, else from the beginning, as the insight page begins. */
function changedOf(
  subject: ReportSubject,
  logs: ChangeLogs,
  at: number,
  words: AsThen,
): ReportChanges {
  const since = lastOf(subject, 'revealed', at) ?? lastOf(subject, 'closed', at);
  const after = since === null ? -Infinity : Date.parse(since.at);
  const { changes, first } = changedTags(logs, { after, until: at });
  return { since, tags: changes.map((change) => toldChange(change, words, subject.text)), first };
}

function lastOf(
  { moments }: ReportSubject,
  which: string,
  at: number,
): ReportSubject['moments'][number] | null {
  return moments.findLast(({ what, at: time }) => what === which && Date.parse(time) <= at) ?? null;
}
