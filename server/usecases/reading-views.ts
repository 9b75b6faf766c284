import { can } from '#lib/permission/can.ts';
import type { ArticleView, ReadingView } from '#lib/protocol/http.ts';
import type { Parts } from '../store/store.ts';
import type { ArticleRow, ReadingRow } from '../store/tables.ts';
import { articleView } from './article-view.ts';
import { digestNote } from './digest-note.ts';

type WithRole = ReadingRow & { role: ReadingView['role'] };

/** Readings as their members see them; what a digest says of itself depends on what else the group reads. */
export async function readingViews(
  store: Parts,
  readings: readonly WithRole[],
): Promise<ReadingView[]> {
  const groups = [...new Set(readings.map((reading) => reading.group_id))];
  const beside = (await Promise.all(groups.map((id) => store.readings.ofGroup(id)))).flat();
  const rows = await store.articles.articles([...new Set(beside.map((row) => row.article_id))]);
  const articles = new Map(rows.map((row) => [row.id, row]));
  return readings.flatMap((reading) => {
    const article = articles.get(reading.article_id);
    if (article === undefined) return [];
    return [viewOf(reading, article, fullTextOf(article, reading.group_id, beside, articles))];
  });
}

export async function readingView(store: Parts, reading: WithRole): Promise<ReadingView> {
  const [view] = await readingViews(store, [reading]);
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

function viewOf(reading: WithRole, row: ArticleRow, fullText: string | null): ReadingView {
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
    place: 'shared',
  };
}
