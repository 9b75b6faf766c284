import type { Id } from '../judge/id.ts';
import { type Snag, type Step, takeDeletes, takeInYjsOrder } from '../judge/in-yjs-order.ts';
import type { DecodedNotes, NotesItem, Parent } from './decode.ts';
import type { NotesDraft } from './notes-draft.ts';
import { type Run, type Spot, isSameId, isSameSpot } from './notes-index.ts';
import { notesProblem } from './notes-problem.ts';

/**
 * Yjs walks down and up the tree by calling itself: a deep one would end in a full stack. Asked
 * before anything is added, so that walking up from anywhere is short here too.
 */
export const MAX_DEPTH = 40;

/** Takes the novel part of an update into the draft; a snag when that cannot be done in whole. */
export function integrateNotes({ blocks, deletes }: DecodedNotes, draft: NotesDraft): Snag | null {
  const snag = takeInYjsOrder(blocks, {
    take: (item, client) => take(item, client, draft),
    circular: () => notesProblem('J12', CIRCULAR),
  });
  return snag ?? takeDeletes(deletes, draft);
}

function take(item: NotesItem, client: number, draft: NotesDraft): Step {
  const state = draft.state(client);
  if (item.clock > state) return 'missing';
  const needs = [item.origin, item.rightOrigin, item.parent?.node ?? null].find(
    (id): id is Id => id !== null && id.clock >= draft.state(id.client),
  );
  if (needs !== undefined) return { needs };
  if (item.clock < state && !repeats(item, client, draft)) return notesProblem('J13', REWRITTEN);
  if (item.clock + item.length <= state) return 'taken';
  const spot = spotFor(item, client, draft);
  if (spot === 'torn') return notesProblem('N6', TORN);
  if (spot !== null && spot.container.depth >= MAX_DEPTH && item.content.kind === 'node')
    return notesProblem('N7', TOO_DEEP);
  draft.add(client, item, spot);
  return 'taken';
}

/** Where the novel part of an item stands: as Yjs finds it, by its neighbours or its parent. */
function spotFor(item: NotesItem, client: number, draft: NotesDraft): Spot | null | 'torn' {
  if (item.content.kind === 'garbage') return null;
  const own = ownSpot(item, draft);
  const state = draft.state(client);
  if (own === 'torn' || item.clock === state) return own;
  const before = draft.runAt({ client, clock: state - 1 });
  // Yjs would take that garbage for the left neighbour of the rest, and throw, in every client.
  return before.spot === null ? 'torn' : together(before.spot, own, draft);
}

function ownSpot(
  { origin, rightOrigin, parent }: NotesItem,
  draft: NotesDraft,
): Spot | null | 'torn' {
  const left = origin === null ? null : draft.runAt(origin);
  const right = rightOrigin === null ? null : draft.runAt(rightOrigin);
  if (left !== null && right !== null) return together(left.spot, right.spot, draft);
  const neighbour = left ?? right;
  if (neighbour !== null) return neighbour.spot;
  return parent === null ? null : spotIn(parent, draft);
}

/**
 * The spot of what stands beside both. Yjs makes garbage of what stands beside garbage, and only
 * what was in something deleted becomes garbage: so the other neighbour must be in there too.
 */
function together(left: Spot | null, right: Spot | null, draft: NotesDraft): Spot | null | 'torn' {
  if (left !== null && right !== null) return isSameSpot(left, right) ? left : 'torn';
  const standing = left ?? right;
  if (standing !== null) draft.mustBeDead.push(standing);
  return null;
}

function spotIn({ node, attribute }: Parent, draft: NotesDraft): Spot | null | 'torn' {
  if (node === null) return { container: draft.root, attribute };
  const run = draft.runAt(node);
  if (run.made !== null) return { container: run.made, attribute };
  return run.kind === 'garbage' || run.kind === 'deleted' ? null : 'torn';
}

/**
 * Whether the known part of an item says what the index says (J13): Yjs looks up the neighbours
 * of known items too. Garbage says nothing, and of garbage nothing is known.
 */
function repeats(item: NotesItem, client: number, draft: NotesDraft): boolean {
  if (item.content.kind === 'garbage') return true;
  const known = Math.min(item.clock + item.length, draft.state(client));
  return draft
    .acceptedRuns(client, item.clock, known)
    .every((run) => run.spot === null || isSameRun(run, run.spot, item, client, draft));
}

function isSameRun(
  run: Run,
  spot: Spot,
  item: NotesItem,
  client: number,
  draft: NotesDraft,
): boolean {
  const unit = Math.max(run.clock, item.clock);
  const before = { client, clock: unit - 1 };
  const accepted = unit === run.clock ? run.origin : before;
  if (!isSameId(accepted, unit === item.clock ? item.origin : before)) return false;
  if (!isSameId(run.rightOrigin, item.rightOrigin)) return false;
  if (item.parent === null) return true;
  const sent = spotIn(item.parent, draft);
  return sent !== 'torn' && isSameSpot(sent, spot);
}

const REWRITTEN = 'This rewrites what is already stored. Reload the page and write it again.';
const CIRCULAR =
  'This builds on something that does not exist. Reload the page and write it again.';
const TORN = 'This stands in two places of the notes at once. Reload the page and write it again.';
const TOO_DEEP = 'This is nested too deeply. Put it further out.';
