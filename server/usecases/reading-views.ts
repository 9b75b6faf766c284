import { can } from '#lib/permission/can.ts';
import { workPlace } from '#lib/permission/place.ts';
import type { ArticleView, ReadingView } from '#lib/protocol/http.ts';
import type { Parts } from '../store/store.ts';
import type { ArticleRow, ReadingRow } from '../store/tables.ts';
import { articleView } from './article-view.ts';
import { askerIn } from './blindness.ts';
import type { Deps } from './deps.ts';
import { digestNote } from './digest-note.ts';

type WithRole = ReadingRow & { role: ReadingView['role'] };

/** Readings as their members see them; what a digest says of itself depends on what else the group reads. */
export async function readingViews(
  { store, log }: { store: Parts; log: Deps['log'] },
  readings: readonly WithRole[],
  userId: string,
): Promise<ReadingView[]> {
  const groups = [...new Set(readings.map((reading) => reading.group_id))];
  const beside = (await Promise.all(groups.map((id) => store.readings.ofGroup(id)))).flat();
  const rows = await store.articles.articles([...new Set(beside.map((row) => row.article_id))]);
  const articles = new Map(rows.map((row) => [row.id, row]));
  const views = readings.flatMap((reading) => {
    const article = articles.get(reading.article_id);
    if (article === undefined) return [];
    const fullText = fullTextOf(article, reading.group_id, beside, articles);
    return [placed(log, viewOf(reading, article, fullText), reading, userId)];
  });
  return Promise.all(views);
}

/** With where the member's work goes now. */
async function placed(
  log: Deps['log'],
  view: Omit<ReadingView, 'place'>,
  reading: WithRole,
  userId: string,
): Promise<ReadingView> {
  const asker = await askerIn(log, reading, reading.role, userId);
  return { ...view, place: workPlace(asker, userId) };
}

export async function readingView(
  parts: { store: Parts; log: Deps['log'] },
  reading: WithRole,
  userId: string,
): Promise<ReadingView> {
  const [view] = await readingViews(parts, [reading], userId);
  if (view === undefined) throw new Error(`Reading ${reading.id} has no article.`);
  return view;
}

/** The group's first reading of the text that a digest stands in for. */
function fullTextOf(
  { digest, catalogue }: ArticleRow,
  group: string,
  beside: readonly ReadingRow[],
  articles: ReadonlyMap<string, ArticleRow>,
): string | null {
  if (digest === 0 || catalogue === null) return null;
  const found = beside.find(({ group_id: groupId, article_id: articleId }) => {
    const other = articles.get(articleId);
    return groupId === group && other?.digest === 0 && other.catalogue === catalogue;
  });
  return found?.id ?? null;
}

function viewOf(
  reading: WithRole,
  row: ArticleRow,
  fullText: string | null,
): Omit<ReadingView, 'place'> {
  const { id, role, phase, due } = reading;
  const mayGive = can({ role }, 'reading.manage');
  const article: ArticleView = articleView(row);
  return {
    id,
    group: reading.group_id,
    article: article.digest
      ? { ...article, note: digestNote({ hasFullText: fullText !== null, mayGive }) }
      : article,
    fullText,
    revision: reading.revision_id,
    phase,
    due,
    role,
  };
}
