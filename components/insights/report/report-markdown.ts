import { counted } from '#components/ui/counted.ts';
import type { ContestedPassage, ContestedSide } from '#lib/insight/report/contested-passage.ts';
import type { ReadingReport } from '#lib/insight/report/reading-report.ts';
import { shortQuote } from '#lib/insight/short-quote.ts';
import { changesInWords, TAKEN_BACK } from '../changed-tags-words.ts';
import { fourNumbers } from '../four-numbers.ts';
import { tagNamed } from '../given-tags.ts';
import { placeInWords } from '../passage-words.ts';
import { markdown, markdownTable } from './markdown-words.ts';
import { methodLines } from './method-lines.ts';
import {
  changesTable,
  coefficientsTable,
  inputsTable,
  membersTable,
  predictionsTable,
  revealTable,
  tagsTable,
  withoutNumber,
} from './report-tables.ts';
import {
  aboutArticle,
  contestedIntro,
  countsOf,
  leadOf,
  momentInWords,
  MOST_ARGUMENT,
  nameIn,
  sinceInWords,
  spokenBy,
} from './report-words.ts';

/** The report in Markdown (GitHub's). What people typed is escaped wherever it stands. */
export function reportMarkdown(report: ReadingReport): string {
  const parts = [
    ...headOf(report),
    ...numbersOf(report),
    ...peopleOf(report),
    ...contestedOf(report),
    ...predictionsOf(report),
    ...changesOf(report),
    ...methodOf(report),
  ];
  return `${parts.join('\n\n')}\n`;
}

function headOf(report: ReadingReport): string[] {
  const { article, at, reading, asker } = report;
  const about = aboutArticle(article);
  return [
    markdown`# ${article.title}: report of a reading`,
    ...(about === '' ? [] : [markdown`${about}`]),
    markdown`Group ${reading.group}, as of ${momentInWords(at)}, for ${asker.name} (${asker.role}).`,
    markdown`**${leadOf(report)}**`,
    markdown`${countsOf(report)}`,
  ];
}

function numbersOf(report: ReadingReport): string[] {
  const numbers = fourNumbers(report.insight.agreement).map(
    ({ title, value, count, range, meaning }) => {
      const figure = value === null ? '' : markdown` **${value}**`;
      const from = [count, range].filter((one) => one !== null).map((one) => markdown`${one}`);
      return `- ${markdown`${title}`}:${figure}${from.length > 0 ? ` (${from.join('; ')})` : ''}. ${markdown`${meaning}`}`;
    },
  );
  const { tags } = report.insight;
  return [
    '## The numbers',
    numbers.join('\n'),
    ...(tags.length > 0 ? [markdownTable(tagsTable(report))] : []),
  ];
}

function peopleOf(report: ReadingReport): string[] {
  return ['## Who read', markdownTable(membersTable(report))];
}

function contestedOf(report: ReadingReport): string[] {
  return [
    '## Where members differ most',
    markdown`${contestedIntro(report)}`,
    ...report.contested.passages.flatMap((passage, at) => passageOf(passage, at + 1, report)),
  ];
}

function passageOf(passage: ContestedPassage, rank: number, report: ReadingReport): string[] {
  const { start, members, words, sides } = passage;
  return [
    markdown`### ${rank}: ${placeInWords(start, report.blocks)}, ${members} marked`,
    markdown`> ${words}`,
    sides.map((side) => sideOf(side, report)).join('\n'),
  ];
}

/** At most so many signs wide; one for each member where there are not more. */
const WIDEST = 24;

function sideOf({ tag, members, best }: ContestedSide, report: ReadingReport): string {
  const { icon, name } = tagNamed(tag);
  const most = Math.max(...report.contested.passages.map((passage) => passage.members), WIDEST);
  const bar = '█'.repeat(Math.max(1, Math.round((members * WIDEST) / most)));
  const side = `- ${icon} ${markdown`${name}`} ${bar} ${members}`;
  if (best === null) return `${side}: nobody said why`;
  const { user, words, ...counts } = best;
  const by = markdown`${spokenBy(nameIn(report, user), counts)}`;
  return `${side}: ${by}: ${words === null ? TAKEN_BACK : markdown`“${shortQuote(words, MOST_ARGUMENT)}”`}`;
}

function predictionsOf(report: ReadingReport): string[] {
  const { length } = report.predictions;
  return [
    '## Predictions',
    length === 0 ? 'Nobody has tagged a prediction.' : markdownTable(predictionsTable(report)),
  ];
}

function changesOf(report: ReadingReport): string[] {
  const { reveal, changed } = report;
  const revealed =
    reveal === null
      ? []
      : [
          '## Before and after the reveal',
          markdown`Revealed on ${momentInWords(reveal.at)}.`,
          markdownTable(revealTable(reveal, report)),
        ];
  return [
    ...revealed,
    '## Changed tags',
    markdown`${sinceInWords(changed)}: ${changesInWords(changed.tags, changed.first)}`,
    ...(changed.tags.length > 0 ? [markdownTable(changesTable(report))] : []),
  ];
}

function methodOf(report: ReadingReport): string[] {
  return [
    '## How it was computed',
    methodLines(report)
      .map(({ about, words }) => markdown`- **${about}.** ${words}`)
      .join('\n'),
    '### For those who know',
    ...coefficientsOf(report),
    '### Computed from',
    markdownTable(inputsTable(report)),
    markdown`${counted(report.insight.passages.length, 'passage')} and all figures in full are in the JSON of this report.`,
  ];
}

function coefficientsOf(report: ReadingReport): string[] {
  const table = coefficientsTable(report);
  const without = withoutNumber(report).map(({ names, why }) => markdown`- ${names}: ${why}`);
  return [
    ...(table.rows.length > 0 ? [markdownTable(table)] : []),
    ...(without.length > 0 ? [without.join('\n')] : []),
  ];
}
