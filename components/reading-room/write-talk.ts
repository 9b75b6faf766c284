import type { Reaction } from '#lib/annotation/record.ts';
import { newReaction, newThreadAssessment } from '#lib/client/new-record.ts';
import { mayModerate, mayWrite } from './permissions.ts';
import type { Room } from './room.ts';
import { put, removal, writeRecords } from './write-records.ts';

/** My reaction to a comment or reply; the same again takes it back, another takes its place. */
export function react(room: Room, on: string, kind: Reaction['kind']): void {
  const { page, records, state } = room;
  if (!mayWrite(page.reading)) return;
  const mine = [...records.all.get().reactions.values()].filter(
    (one) => one.on === on && one.author === page.user.id,
  );
  const isSame = mine.some((one) => one.kind === kind);
  const next = newReaction({ user: page.user, on, kind, now: Date.now() });
  writeRecords(room, [
    ...mine.map(({ id }) => removal('reactions', id)),
    ...(isSame ? [] : [put('reactions', next)]),
  ]);
  state.announced.set(isSame ? 'Taken back.' : SAID[kind]);
}

const SAID = {
  agree: 'You agree.',
  disagree: 'You disagree.',
  question: 'You have a question.',
} satisfies Record<Reaction['kind'], string>;

/** Who began a thread, and instructors. */
export function maySettle({ page, records }: Room, annotation: string): boolean {
  const mine = records.all.get().annotations.get(annotation)?.author === page.user.id;
  return mayWrite(page.reading) && (mine || mayModerate(page.reading));
}

/** Resolves the annotation's thread, or opens it again. */
export function settle(room: Room, annotation: string): void {
  const { page, records, state, threads } = room;
  if (!maySettle(room, annotation)) return;
  const now = threads.deciding.get().get(annotation);
  const next = now?.state === 'resolved' ? 'open' : 'resolved';
  const mine = [...records.all.get().assessments.values()].find(
    (one) => one.kind === 'thread' && one.on === annotation && one.author === page.user.id,
  );
  const written = newThreadAssessment({
    user: page.user,
    on: annotation,
    state: next,
    now: Date.now(),
  });
  const { created } = written;
  const record =
    mine === undefined
      ? written
      : { ...written, id: mine.id, created: mine.created, modified: created };
  writeRecords(room, [put('assessments', record)]);
  if (next === 'resolved') state.opened.set(null);
  state.announced.set(next === 'resolved' ? 'Resolved.' : 'Open again.');
}
