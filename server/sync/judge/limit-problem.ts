import type { DecodeProblem } from './decode.ts';
import type { Draft } from './draft.ts';
import type { Effect } from './effects.ts';
import type { ClientIds } from './client-ids.ts';
import type { PlaceLimits, PlaceState } from './place-state.ts';
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
    deletedProblem(deletedUnits(draft)) ??
    recordsProblem(effects, userId, place) ??
    bytesProblem(draft, place) ??
    clientIdsProblem(draft, userId, place)
  );
}

function deletedUnits(draft: Draft): number {
  let units = 0;
  for (const { item, from } of draft.novel)
    if (item.value === null) units += item.clock + item.length - from;
  return units;
}

/** `units`: of content that was deleted before it was sent. */
export function deletedProblem(units: number): DecodeProblem | null {
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

export function bytesProblem(
  draft: { bytes(): number },
  {
    index,
    limits,
  }: {
    readonly index: { readonly bytes: number };
    readonly limits: Pick<PlaceLimits, 'placeBytes'>;
  },
): DecodeProblem | null {
  const more = draft.bytes();
  if (more <= 0 || index.bytes + more <= limits.placeBytes) return null;
  return problem('L2', 'This reading is full. Ask an instructor to make room.');
}

export function clientIdsProblem(
  draft: { clients(): Iterable<number> },
  userId: string,
  {
    clientIds,
    limits,
  }: { readonly clientIds: ClientIds; readonly limits: Pick<PlaceLimits, 'clientIdsPerMember'> },
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
