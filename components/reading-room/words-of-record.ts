import { tagDefinition } from '#lib/annotation/codebook.ts';
import { textOfComment } from '#lib/annotation/comment.ts';
import type { AnyRecord } from '#lib/annotation/record.ts';

/** What somebody meant to say with a record, as plain text to read and copy. */
export function wordsOfRecord(record: AnyRecord): string {
  const comment =
    'comment' in record && record.comment !== null ? textOfComment(record.comment) : '';
  if (!('target' in record)) return comment;
  const tag = record.tag === null ? '' : ` (${tagDefinition(record.tag)?.name ?? record.tag})`;
  return [`“${record.target.exact}”${tag}`, comment].filter((line) => line !== '').join('\n');
}
