import { resultInWords, stepInWords } from '#components/predictions/ledger-words.ts';
import { grouped } from '#components/ui/grouped.ts';
import { wholePercents } from '#lib/insight/whole-percents.ts';
import { UNDEFINED } from '#lib/insight/agreement/figure.ts';
import type { MomentInsight, ReadingReport } from '#lib/insight/report/reading-report.ts';
import { saidInWords, tagInWords, turnInWords } from '../changed-tags-words.ts';
import type { Table } from '../csv.ts';
import { coefficientRows } from '../expert-rows.ts';
import { givenTags } from '../given-tags.ts';
import { inHundred } from '../lead-words.ts';
import { momentFigures } from '../moment-figures.ts';
import { placeInWords } from '../passage-words.ts';
import { tagNumbers } from '../tag-numbers.ts';
import { nameIn, shortMoment } from './report-words.ts';

export function membersTable({ members, inputs }: ReadingReport): Table {
  const { characters } = inputs.text;
  const done = (upTo: number): string =>
    upTo >= characters ? 'with all of it' : `up to ${inHundred(upTo / characters)} % of it`;
  return {
    head: ['Name', 'Role', 'Marks', 'Done'],
    rows: members.map(({ name, role, marks, doneUpTo }) => [
      name,
      role,
      marks ?? 'shown after the reveal',
      doneUpTo === null ? (marks === null ? '' : 'has not said so') : done(doneUpTo),
    ]),
  };
}

export function tagsTable({ insight, inputs }: ReadingReport): Table {
  const length = Math.max(1, inputs.text.characters);
  const given = givenTags(tagNumbers(insight));
  const percents = wholePercents(given.map(({ count }) => count));
  const covered = new Map(insight.tags.map(({ tag, characters }) => [tag, characters]));
  return {
    head: ['Kind', 'Marks', 'Share of marks', 'Of the text'],
    rows: given.map(({ tag, count }, at) => [
      tag.name,
      grouped(count),
      `${percents[at] ?? 0} %`,
      `${inHundred((covered.get(tag.id) ?? 0) / length)} %`,
    ]),
  };
}

export function predictionsTable({ predictions }: ReadingReport): Table {
  return {
    head: ['Prediction', 'Who says it', 'By when', 'Sounds', 'Outcome'],
    rows: predictions.map(({ words, speaker, by, howSure, outcome }) => [
      words,
      speaker.voice === 'author' ? 'the author' : (speaker.who ?? 'somebody who is quoted'),
      by.due ?? (by.words.length === 0 ? 'nobody has said' : by.words.join(' / ')),
      howSure.median === null ? 'nobody has said' : stepInWords(howSure.median),
      outcome === null
        ? 'not judged'
        : [
            resultInWords(outcome.result),
            ...(outcome.date === null ? [] : [outcome.date]),
            ...(outcome.signed ? [] : ['not signed']),
          ].join(', '),
    ]),
  };
}

export function revealTable(
  { before, after }: { before: MomentInsight; after: MomentInsight },
  { blocks }: ReadingReport,
): Table {
  const later = new Map(momentFigures(after, blocks));
  return {
    head: ['Figure', 'At the reveal', 'Now'],
    rows: momentFigures(before, blocks).map(([name, value]) => [
      name,
      value,
      later.get(name) ?? '',
    ]),
  };
}

/** Those that have a number. */
export function coefficientsTable({ insight }: ReadingReport): Table {
  return {
    head: ['Coefficient', 'Value', 'Formula in'],
    rows: coefficientRows(insight.agreement)
      .filter(({ value }) => !isReason(value))
      .map(({ name, value, source }) => [name, value, source]),
  };
}

/** Why the others have none: names, and the reason that they share. */
export function withoutNumber({ insight }: ReadingReport): { names: string; why: string }[] {
  const without = coefficientRows(insight.agreement).filter(({ value }) => isReason(value));
  return [...Map.groupBy(without, ({ value }) => value)].map(([why, rows]) => ({
    names: rows.map(({ name }) => name).join('; '),
    why,
  }));
}

const REASONS = new Set<string>(Object.values(UNDEFINED));
const isReason = (value: string): boolean => REASONS.has(value);

export function inputsTable({ inputs }: ReadingReport): Table {
  const { text, blocks, members, ...records } = inputs;
  return {
    head: ['Computed from', 'How many', 'SHA-256'],
    rows: [
      ...Object.entries(records).map(([name, { records: count, sha256 }]) => [
        name,
        `${grouped(count)} records`,
        sha256,
      ]),
      ['text', `${grouped(text.characters)} characters`, text.sha256],
      ['blocks', `${grouped(blocks.sentences)} sentences`, blocks.sha256],
      ['members', grouped(members.ids.length), members.sha256],
    ],
  };
}

export function changesTable(report: ReadingReport): Table {
  const { blocks, changed } = report;
  return {
    head: ['Who', 'Passage', 'Was', 'Is now', 'Last said before'],
    rows: changed.tags.map(({ at, user, words, start, from, to, said }) => [
      `${nameIn(report, user)}, ${shortMoment(at)}`,
      `${words} (${placeInWords(start, blocks)})`,
      tagInWords(from),
      turnInWords({ from, to }),
      said === null ? 'nothing' : `${nameIn(report, said.user)}: ${saidInWords(said.words)}`,
    ]),
  };
}
