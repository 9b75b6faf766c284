import type { Block } from '#lib/article/document.ts';
import { changedTags } from '#lib/insight/changed-tags.ts';
import { insightOf } from '#lib/insight/insight-of.ts';
import type { Insight } from '#lib/insight/insight.ts';
import { type Ledger, ledgerOf } from '#lib/insight/predictions/ledger-of.ts';
import { type ReadingInsight, readingInsightOf } from '#lib/insight/reading-insight.ts';
import { recordsAt } from '#lib/insight/records-at.ts';
import { loggedAt } from '#lib/insight/report/logged-at.ts';
import { reportJson } from '#lib/insight/report/report-json.ts';
import { readingReport } from '#lib/insight/report/reading-report.ts';
import { toldChange } from '#lib/insight/report/told-change.ts';
import { asThen } from '#lib/insight/report/words-then.ts';
import type { ChangedTags } from '#lib/protocol/http.ts';
import { sha256 } from '../articles/sha256.ts';
import type { ChangedTagsOrder, FiguresOrder, KeptText, Orders } from './orders.ts';
import { dayOf } from './orders.ts';
import type { EventsOf } from './place-folds.ts';
import { inOrder, readLogs } from './read-logs.ts';

/** The answer to one order, over exactly the logs that it names. */
export function counted(order: FiguresOrder, eventsOf: EventsOf): object {
  const { texts, now } = order;
  switch (order.work) {
    case 'tally':
      return tally(order.of, eventsOf);
    case 'insight':
      return insight(order.of, only(texts), eventsOf);
    case 'report':
      return report(order.of, only(texts), eventsOf, order.of.at ?? now);
    case 'changedTags':
      return changes(order.of, only(texts), eventsOf, order.of.until ?? now);
    case 'ledger':
      return ledger(order.of, texts, eventsOf, dayOf(now));
  }
}

function tally({ logs }: Orders['tally'], eventsOf: EventsOf): Insight {
  return insightOf(recordsAt(inOrder(readLogs(logs, eventsOf)), Infinity));
}

function insight(
  { at, logs, members, shown }: Orders['insight'],
  { revision, canonical, blocks }: KeptText,
  eventsOf: EventsOf,
): ReadingInsight {
  const records = recordsAt(inOrder(readLogs(logs, eventsOf)), at ?? Infinity);
  const of = { revision, blocks: blocksOf(blocks), length: canonical.length, members };
  return readingInsightOf(records, of, shown);
}

function report(
  { about, as, logs, mayRead }: Orders['report'],
  { canonical, blocks }: KeptText,
  eventsOf: EventsOf,
  at: number,
): object {
  const known = new Set(mayRead);
  const read = readLogs(logs, eventsOf);
  const asker = { ...about.asker, mayRead: (user: string) => known.has(user) };
  const subject = { ...about, asker, text: canonical, blocks: blocksOf(blocks) };
  const made = readingReport(subject, { all: inOrder(read), changes: read }, at, sha256);
  return as === 'document' ? reportJson(made) : made;
}

function changes(
  { after, logs }: ChangedTagsOrder,
  { canonical }: KeptText,
  eventsOf: EventsOf,
  asOf: number,
): ChangedTags {
  const read = readLogs(logs, eventsOf);
  const all = inOrder(read);
  const words = asThen(recordsAt(all, asOf), recordsAt(all, Infinity));
  const { changes: found, first } = changedTags(read, { after: after ?? -Infinity, until: asOf });
  return {
    asOf: new Date(asOf).toISOString(),
    changes: found.map((change) => toldChange(change, words, canonical)),
    first,
  };
}

function ledger(
  { readings }: Orders['ledger'],
  texts: readonly KeptText[],
  eventsOf: EventsOf,
  today: string,
): Ledger {
  const read = readings.map(({ id, article, logs }, index) => {
    const { canonical, blocks } = texts[index] ?? only([]);
    const records = loggedAt(inOrder(readLogs(logs, eventsOf)), Infinity);
    return { id, article, text: canonical, blocks: blocksOf(blocks), records };
  });
  return ledgerOf(read, today);
}

const blocksOf = (json: string): Block[] => JSON.parse(json) as Block[];

function only([text]: readonly KeptText[]): KeptText {
  if (text === undefined) throw new Error('The order came without its text.');
  return text;
}
