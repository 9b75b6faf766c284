import type { DecodeProblem, DecodedUpdate } from './decode.ts';
import { covers } from './delete-set.ts';
import type { Draft, NovelItem } from './draft.ts';
import type { Effect } from './effects.ts';
import type { Writer } from './judge.ts';
import type { PlaceState } from './place-state.ts';
import { decodeValue } from './plain-value.ts';
import type { Rule } from './rules.ts';
import { type Slot, recordFrom } from './struct-index.ts';

type Deletes = DecodedUpdate['deletes'];

/** The first thing in the draft that the writer may not do; null when there is none. */
export function permissionProblem(
  draft: Draft,
  deletes: Deletes,
  effects: readonly Effect[],
  writer: Writer,
  place: PlaceState,
): DecodeProblem | null {
  return (
    clientProblem(draft, writer, place) ??
    first(draft.novel, (novel) => itemProblem(novel, deletes, writer, place)) ??
    first(effects, (effect) => effectProblem(effect, writer)) ??
    hiddenProblem(draft, writer)
  );
}

function clientProblem(
  draft: Draft,
  { userId }: Writer,
  { clientIds }: PlaceState,
): DecodeProblem | null {
  for (const { client, slot } of draft.novel)
    if ((clientIds.userOf(client) ?? userId) !== userId) return problem('J14', slot, TAKEN_CLIENT);
  return null;
}

function itemProblem(
  novel: NovelItem,
  deletes: Deletes,
  writer: Writer,
  place: PlaceState,
): DecodeProblem | null {
  const { client, from, item, slot } = novel;
  if (slot.owner !== writer.userId)
    return problem(item.origin === null ? 'J11' : 'J12', slot, FOREIGN_KEY);
  const end = item.clock + item.length;
  if (item.value === null || covers(deletes.get(client), from, end)) return null;
  if (end - from > 1) return problem('J10', slot, SEVERAL_VALUES);
  return valueProblem(decodeValue(item.value), slot, writer, place);
}

/** Asked of every value that is not deleted in the same update, whether or not it wins. */
function valueProblem(
  value: unknown,
  slot: Slot,
  writer: Writer,
  place: PlaceState,
): DecodeProblem | null {
  const { map, key } = slot;
  if (slot.moderated) return problem('J23', slot, MODERATED);
  const checked = place.check(map, key, value);
  if (!checked.ok) return problem('R1', slot, checked.error);
  const refusal = writer.mayWrite(map, key, checked.value);
  return refusal === null ? null : problem('P1', slot, refusal);
}

function effectProblem(effect: Effect, writer: Writer): DecodeProblem | null {
  const { map, key, before, moderation } = effect;
  if (moderation) return writer.mayModerate ? null : problem('J16', effect, FOREIGN_DELETE);
  const refusal = before === null ? null : writer.mayWrite(map, key, recordFrom(before));
  return refusal === null ? null : problem('P1', effect, refusal);
}

/** What was made and deleted before it was sent shows nothing, but it is a write. */
function hiddenProblem(draft: Draft, writer: Writer): DecodeProblem | null {
  for (const { slot, value, written } of draft.slots.values()) {
    const hidden = written && (value === 'kept' || value === null);
    const refusal = hidden ? writer.mayWrite(slot.map, slot.key, null) : null;
    if (refusal !== null) return problem('P1', slot, refusal);
  }
  return null;
}

function first<T>(all: readonly T[], ask: (one: T) => DecodeProblem | null): DecodeProblem | null {
  for (const one of all) {
    const found = ask(one);
    if (found !== null) return found;
  }
  return null;
}

function problem(
  rule: Rule,
  { map, key }: { map: string; key: string },
  title: string,
): DecodeProblem {
  return { rule, title, map, key };
}

export const TAKEN_CLIENT =
  'This device’s editing number belongs to somebody else. Reload the page and write it again.';
const FOREIGN_KEY = 'This is somebody else’s record: you can only write your own.';
const FOREIGN_DELETE = 'This is somebody else’s record: you can only delete your own.';
const SEVERAL_VALUES =
  'This writes one record several times at once. Reload the page and write it again.';
const MODERATED = 'An instructor has removed this: it cannot be written again.';
