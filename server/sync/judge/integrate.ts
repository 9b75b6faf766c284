import type { DecodeProblem, DecodedUpdate, Item } from './decode.ts';
import type { Draft } from './draft.ts';
import { type Snag, type Step, takeDeletes, takeInYjsOrder } from './in-yjs-order.ts';
import type { Rule } from './rules.ts';

/** Takes the novel part of an update into the draft; a snag when that cannot be done in whole. */
export function integrate({ blocks, deletes }: DecodedUpdate, draft: Draft): Snag | null {
  const snag = takeInYjsOrder(blocks, {
    take: (item, client) => take(item, client, draft),
    circular: (item) => flaw('J12', item, CIRCULAR),
  });
  return snag ?? takeDeletes(deletes, draft);
}

function take(item: Item, client: number, draft: Draft): Step {
  const state = draft.state(client);
  if (item.clock > state) return 'missing';
  if (item.clock < state) {
    if (!repeats(item, client, draft)) return flaw('J13', item, REWRITTEN);
  } else if (item.origin !== null && item.origin.clock >= draft.state(item.origin.client))
    return { needs: item.origin };
  if (item.clock + item.length > state) draft.add(client, item);
  return 'taken';
}

/**
 * Whether the known part of an item says what the index says (J13). Yjs looks up the origin of
 * known items too, throws when it is not there, and keeps the parent of a partly known one.
 */
function repeats(item: Item, client: number, draft: Draft): boolean {
  const known = Math.min(item.clock + item.length, draft.state(client));
  const run = draft.runAt(client, item.clock);
  if (draft.runAt(client, known - 1) !== run) return false;
  const origin = run.clock === item.clock ? run.origin : { client, clock: item.clock - 1 };
  if (origin === null || item.origin === null)
    return origin === null && item.place?.map === run.slot.map && item.place.key === run.slot.key;
  return origin.client === item.origin.client && origin.clock === item.origin.clock;
}

const REWRITTEN = 'This rewrites what is already stored. Reload the page and write it again.';
const CIRCULAR =
  'This builds on something that does not exist. Reload the page and write it again.';

function flaw(rule: Rule, item: Item, title: string): DecodeProblem {
  return { rule, title, map: item.place?.map ?? null, key: item.place?.key ?? null };
}
