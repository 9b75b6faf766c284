import { type Result, fail, ok } from '#lib/result.ts';
import type { ClientIds } from '../judge/client-ids.ts';
import type { DecodeProblem } from '../judge/decode.ts';
import type { Effect } from '../judge/effects.ts';
import { type Verdict, turnedDown } from '../judge/judge.ts';
import { bytesProblem, clientIdsProblem, deletedProblem } from '../judge/limit-problem.ts';
import { TAKEN_CLIENT } from '../judge/permission-problem.ts';
import type { PlaceLimits } from '../judge/place-state.ts';
import type { Before } from '../judge/place-view.ts';
import { type DecodedNotes, decodeNotes } from './decode.ts';
import { integrateNotes } from './integrate-notes.ts';
import { NotesDraft } from './notes-draft.ts';
import type { NotesIndex, Spot } from './notes-index.ts';
import { notesProblem } from './notes-problem.ts';
import { schemaProblem } from './schema-problem.ts';

/** On whose behalf an update is judged. Nobody owns a part of the notes, so leave is one answer. */
export interface NotesWriter {
  readonly userId: string;
  /** Null when allowed, else why not, in words for the writer. */
  readonly mayWrite: () => string | null;
}

/** What a write into the notes is judged against. */
export interface NotesState {
  readonly index: NotesIndex;
  /** One object for all places of a reading (J14). */
  readonly clientIds: ClientIds;
  readonly limits: Pick<PlaceLimits, 'placeBytes' | 'clientIdsPerMember'>;
}

const NO_EFFECTS: readonly Effect[] = [];
/** What the notes show comes from a document of what is durable, so nothing is ever looked past. */
const NOTHING_BEFORE: Before = { clients: new Map(), slots: new Map() };

/**
 * Judges one update (Yjs v1 encoding) to the notes, as `judge` does for records: the same
 * verdicts, and nothing changes until `fold` is called. There are no records here, so
 * `effects` is always empty.
 */
export function judgeNotes(update: Uint8Array, writer: NotesWriter, state: NotesState): Verdict {
  const decoded = decodeNotes(update);
  if (!decoded.ok) return turnedDown(decoded.error);
  const draft = new NotesDraft(state.index);
  const snag = integrateNotes(decoded.value, draft);
  if (snag === 'missing') return { kind: 'missing' };
  if (snag !== null) return turnedDown(snag);
  if (draft.novel.length === 0 && draft.deletes.length === 0) return { kind: 'nothing' };
  const refusal = writer.mayWrite();
  if (refusal !== null)
    return isTidying(draft) ? { kind: 'nothing' } : turnedDown(notesProblem('P1', refusal));
  const problem = problemOf(draft, decoded.value.deletes, writer.userId, state);
  if (problem !== null) return turnedDown(problem);
  return {
    kind: 'pass',
    effects: NO_EFFECTS,
    fold() {
      foldDraft(draft, writer.userId, state);
      return NOTHING_BEFORE;
    },
  };
}

/**
 * Folds in an update that was accepted before: at load, or from another process's tail of the
 * log. `by` is whose it was, null for a snapshot. Fails when the update does not continue the
 * index: then the log is damaged.
 */
export function foldAcceptedNotes(
  update: Uint8Array,
  by: string | null,
  state: NotesState,
): Result<readonly Effect[]> {
  const decoded = decodeNotes(update);
  if (!decoded.ok) return fail(decoded.error.title);
  const draft = new NotesDraft(state.index);
  const snag = integrateNotes(decoded.value, draft);
  if (snag !== null) return fail(snag === 'missing' ? 'an earlier update is missing' : snag.title);
  foldDraft(draft, by, state);
  return ok(NO_EFFECTS);
}

function foldDraft(draft: NotesDraft, by: string | null, { clientIds }: NotesState): void {
  draft.fold();
  if (by === null) return;
  // A taken one was judged (J14), or comes from the log, which may hold what two processes accepted in two places at once.
  for (const client of draft.clients())
    if (clientIds.userOf(client) === undefined) clientIds.claim(client, by);
}

/**
 * Whether all of it only takes formatting and attributes away. Every Yjs client does that by
 * itself to what concurrent formatting made superfluous, readers' clients too (N9).
 */
function isTidying({ novel, deletes }: NotesDraft): boolean {
  if (novel.length > 0) return false;
  return deletes.every(({ run }) => run.kind === 'format' || isAttribute(run.spot));
}

function isAttribute(spot: Spot | null): boolean {
  return spot !== null && spot.attribute !== null;
}

function problemOf(
  draft: NotesDraft,
  deletes: DecodedNotes['deletes'],
  userId: string,
  state: NotesState,
): DecodeProblem | null {
  return (
    clientProblem(draft, userId, state) ??
    schemaProblem(draft, deletes) ??
    deletedProblem(deletedUnits(draft)) ??
    stepsProblem(draft) ??
    bytesProblem(draft, state) ??
    clientIdsProblem(draft, userId, state)
  );
}

function clientProblem(
  draft: NotesDraft,
  userId: string,
  { clientIds }: NotesState,
): DecodeProblem | null {
  for (const client of draft.clients())
    if ((clientIds.userOf(client) ?? userId) !== userId) return notesProblem('J14', TAKEN_CLIENT);
  return null;
}

/** Some seconds of Yjs, in the server and in every client. The most that an editor asks for is taking back that thousands of paragraphs were deleted. */
const MAX_STEPS = 2 ** 26;

function stepsProblem({ steps }: NotesDraft): DecodeProblem | null {
  return steps <= MAX_STEPS ? null : notesProblem('N10', TOO_SCATTERED);
}

const TOO_SCATTERED =
  'This changes too many places of the notes at once. Reload the page and write it in smaller parts.';

function deletedUnits({ novel }: NotesDraft): number {
  let units = 0;
  for (const { item, length } of novel)
    if (item.content.kind === 'deleted' || item.content.kind === 'garbage') units += length;
  return units;
}
