import type { AnyRecord, Assessment } from './record.ts';

export type ThreadAssessment = Extract<Assessment, { kind: 'thread' }>;

/** Who may settle a thread is read from these. */
interface Deciders {
  authorOf(annotation: string): string | undefined;
  isInstructor(user: string): boolean;
}

export function isThreadAssessment(record: AnyRecord): record is ThreadAssessment {
  return 'kind' in record && record.kind === 'thread';
}

/** Whether this one counts: its author began the thread, or is an instructor (contract, "Records"). */
function decides(
  { author, on }: Pick<ThreadAssessment, 'author' | 'on'>,
  { authorOf, isInstructor }: Deciders,
): boolean {
  return authorOf(on) === author || isInstructor(author);
}

/** By annotation the key of the assessment that says whether its thread is resolved: of those that count the last in the given order. */
export function decidingAssessments(
  inOrderOfLog: Iterable<AnyRecord>,
  deciders: Deciders,
): ReadonlyMap<string, string> {
  const deciding = new Map<string, string>();
  for (const record of inOrderOfLog)
    if (isThreadAssessment(record) && decides(record, deciders)) deciding.set(record.on, record.id);
  return deciding;
}
