import { workPlace } from '#lib/permission/place.ts';
import type { Role } from '#lib/permission/can.ts';
import type { ArticleView, ReadingView } from '#lib/protocol/http.ts';
import type { ReadingRow } from '../store/tables.ts';
import { askerIn } from './blindness.ts';
import type { Deps } from './deps.ts';

/** A reading as one member sees it, with where their work goes now. */
export async function readingView(
  log: Deps['log'],
  reading: ReadingRow,
  article: ArticleView,
  member: { id: string; role: Role },
): Promise<ReadingView> {
  const asker = await askerIn(log, reading, member.role, member.id);
  return {
    id: reading.id,
    group: reading.group_id,
    article,
    revision: reading.revision_id,
    phase: reading.phase,
    due: reading.due,
    role: member.role,
    place: workPlace(asker, member.id),
  };
}
