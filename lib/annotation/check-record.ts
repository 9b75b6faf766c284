import type { z } from 'zod';
import { type Result, fail, ok } from '../result.ts';
import { isLarger, jsonBytes } from './json-bytes.ts';
import { type AnyRecord, RECORD_SCHEMAS, type RecordMap, type Target } from './record.ts';
import { ownerOfKey } from './record-key.ts';
import { splitsSurrogates } from './splits-surrogates.ts';

/** What a record is held against. `now`: milliseconds since the epoch. */
export interface RecordContext {
  revision: { id: string; text: string };
  /** Tags of the reading's codebook. */
  tags: ReadonlySet<string>;
  now: number;
  /** Bytes of the record's JSON as UTF-8; Infinity when its size is no question. */
  limitBytes: number;
}

const CLOCK_TOLERANCE = 5 * 60_000;

/**
 * Whether `value` may stand under `key` in `map`: schema, identity, author, size,
 * time, tag, and the exact words of the revision. The error says what is wrong, in
 * words for the person who wrote it.
 */
export function checkRecord(
  map: RecordMap,
  key: string,
  value: unknown,
  context: RecordContext,
): Result<AnyRecord> {
  const parsed = RECORD_SCHEMAS[map].safeParse(value);
  if (!parsed.success) return fail(describe(parsed.error.issues));
  const record: AnyRecord = parsed.data;
  const problem =
    identityProblem(key, record) ??
    sizeProblem(record, context.limitBytes) ??
    timeProblem(record, context.now) ??
    contentProblem(record, context);
  return problem === null ? ok(record) : fail(problem);
}

/** Messages of our schemas end with a full stop; the library's own do not and are for no reader. */
function describe(issues: readonly z.core.$ZodIssue[]): string {
  const ours = issues.find(({ message }) => message.endsWith('.'));
  const at = issues[0]?.path.join('.') ?? '';
  const where = at === '' ? '' : ` (“${at}”)`;
  return ours?.message ?? `The record does not have the agreed form${where}.`;
}

function identityProblem(key: string, record: AnyRecord): string | null {
  if (record.id !== key) return 'The record’s id is not its key.';
  if (record.author !== ownerOfKey(key)) return 'The record’s author is not the owner of its key.';
  return null;
}

function sizeProblem(record: AnyRecord, limitBytes: number): string | null {
  if (limitBytes === Infinity || !isLarger(record, limitBytes)) return null;
  return `This is too long: ${jsonBytes(record)} bytes, and at most ${limitBytes} are taken. Shorten it or split it.`;
}

function timeProblem(record: AnyRecord, now: number): string | null {
  const latest = now + CLOCK_TOLERANCE;
  const times = 'modified' in record ? [record.created, record.modified] : [record.created];
  const ahead = times.some((time) => time !== undefined && Date.parse(time) > latest);
  return ahead ? 'The record’s time lies in the future: check this device’s clock.' : null;
}

function contentProblem(record: AnyRecord, context: RecordContext): string | null {
  if ('target' in record) {
    if (record.tag !== null && !context.tags.has(record.tag))
      return `The codebook has no tag “${record.tag}”.`;
    return targetProblem(record.target, context.revision);
  }
  if ('kind' in record && record.kind === 'done') {
    if (record.revision !== context.revision.id) return OTHER_REVISION;
    if (record.upTo > context.revision.text.length) return 'This lies behind the end of the text.';
  }
  return null;
}

const OTHER_REVISION = 'This belongs to another revision of the article.';

/** Null when the target names exactly a passage of the revision; else what is wrong. */
export function targetProblem(target: Target, revision: RecordContext['revision']): string | null {
  const { text } = revision;
  if (target.revision !== revision.id) return OTHER_REVISION;
  if (target.start >= target.end || target.end > text.length)
    return 'The passage does not lie in the text.';
  if (splitsSurrogates(text, target.start) || splitsSurrogates(text, target.end))
    return 'The passage begins or ends inside a character.';
  if (text.slice(target.start, target.end) !== target.exact)
    return 'The quoted words are not those of the text.';
  if (
    !text.slice(0, target.start).endsWith(target.prefix) ||
    !text.startsWith(target.suffix, target.end)
  )
    return 'The words around the passage are not those of the text.';
  return null;
}
