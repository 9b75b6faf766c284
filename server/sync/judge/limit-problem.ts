import type { DecodeProblem } from './decode.ts';
import type { Draft } from './draft.ts';
import type { Effect } from './effects.ts';
import type { PlaceState } from './place-state.ts';
import type { Rule } from './rules.ts';

/** Records made and deleted offline are units without content; no honest outbox has so many. */
const MAX_DELETED_UNITS = 2 ** 20;

/** The first limit that the draft breaks; what makes nothing larger breaks none. */
export function limitProblem(
  draft: Draft,
  effects: readonly Effect[],
  userId: string,
  place: PlaceState,
): DecodeProblem | null {
  return (
    deletedProblem(draft) ??
    recordsProblem(effects, userId, place) ??
    bytesProblem(draft, place) ??
    clientIdsProblem(draft, userId, place)
  );
}

function deletedProblem(draft: Draft): DecodeProblem | null {
  let units = 0;
  for (const { item, from } of draft.novel)
    if (item.value === null) units += item.clock + item.length - from;
  return units <= MAX_DELETED_UNITS
    ? null
    : problem('J5', 'This holds too much deleted work to be sent at once.');
}

function recordsProblem(
  effects: readonly Effect[],
  userId: string,
  { index, limits }: PlaceState,
): DecodeProblem | null {
  let more = 0;
  for (const { owner, before, after } of effects)
    if (owner === userId) more += Number(after !== null) - Number(before !== null);
  if (more <= 0 || index.countOf(userId) + more <= limits.recordsPerMember) return null;
  return problem(
    'L1',
    `You have ${limits.recordsPerMember} records here, and no more are taken. Delete some first.`,
  );
}

function bytesProblem(draft: Draft, { index, limits }: PlaceState): DecodeProblem | null {
  const more = draft.bytes();
  if (more <= 0 || index.bytes + more <= limits.placeBytes) return null;
  return problem('L2', 'This reading is full. Ask an instructor to make room.');
}

function clientIdsProblem(
  draft: Draft,
  userId: string,
  { clientIds, limits }: PlaceState,
): DecodeProblem | null {
  let more = 0;
  for (const client of draft.clients()) if (clientIds.userOf(client) === undefined) more += 1;
  if (more === 0 || clientIds.countOf(userId) + more <= limits.clientIdsPerMember) return null;
  return problem(
    'L3',
    'You have opened this reading in too many windows. Ask an instructor for help.',
  );
}

function problem(rule: Rule, title: string): DecodeProblem {
  return { rule, title, map: null, key: null };
}
