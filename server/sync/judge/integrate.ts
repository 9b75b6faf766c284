import type { Block, DecodeProblem, DecodedUpdate, Item } from './decode.ts';
import type { Draft } from './draft.ts';
import type { Id } from './id.ts';
import type { Rule } from './rules.ts';

/** What keeps an update from being taken in whole: a dependency that may yet come, or a flaw. */
export type Snag = 'missing' | DecodeProblem;

interface Queue {
  readonly client: number;
  readonly items: readonly Item[];
  next: number;
  /** Its next item waits for another client's. */
  waiting: boolean;
}

/**
 * Takes the novel part of an update into the draft, in an order in which Yjs could: every
 * item after its client's earlier ones and after its origin. What Yjs would park (and then
 * hold back everything of that client for ever) is a snag here.
 */
export function integrate({ blocks, deletes }: DecodedUpdate, draft: Draft): Snag | null {
  const queues = new Map(blocks.map((block) => [block.client, queueOf(block)]));
  for (const queue of queues.values()) {
    const snag = drain(queue, queues, draft);
    if (snag !== null) return snag;
  }
  return integrateDeletes(deletes, draft);
}

function queueOf({ client, items }: Block): Queue {
  return { client, items, next: 0, waiting: false };
}

function integrateDeletes(deletes: DecodedUpdate['deletes'], draft: Draft): Snag | null {
  for (const [client, ranges] of deletes) {
    const state = draft.state(client);
    for (const { clock, length } of ranges) {
      if (clock + length > state) return 'missing';
      draft.delete(client, clock, clock + length);
    }
  }
  return null;
}

/** Empties the queue, and others as far as its items wait for them. */
function drain(first: Queue, queues: ReadonlyMap<number, Queue>, draft: Draft): Snag | null {
  const stack = [first];
  for (let queue = stack.at(-1); queue !== undefined; queue = stack.at(-1)) {
    const item = queue.items[queue.next];
    if (item === undefined) {
      stack.pop();
      continue;
    }
    const step = next(item, queue, queues, draft);
    if (typeof step === 'string' || 'rule' in step) return step;
    queue.waiting = step !== queue;
    if (step !== queue) stack.push(step);
    // Back at once to whoever waits: draining on could make two clients wait for each other.
    else if (stack.length > 1) stack.pop();
  }
  return null;
}

/** Takes the item in and gives its own queue; or the queue it waits for; or a snag. */
function next(
  item: Item,
  queue: Queue,
  queues: ReadonlyMap<number, Queue>,
  draft: Draft,
): Queue | Snag {
  const state = draft.state(queue.client);
  if (item.clock > state) return 'missing';
  if (item.clock < state) {
    if (!repeats(item, queue.client, draft)) return flaw('J13', item, REWRITTEN);
  } else if (item.origin !== null) {
    const needed = dependency(item, item.origin, queues, draft);
    if (needed !== null) return needed;
  }
  if (item.clock + item.length > state) draft.add(queue.client, item);
  queue.next += 1;
  return queue;
}

function dependency(
  item: Item,
  origin: Id,
  queues: ReadonlyMap<number, Queue>,
  draft: Draft,
): Queue | Snag | null {
  if (origin.clock < draft.state(origin.client)) return null;
  const needed = queues.get(origin.client);
  const last = needed?.items.at(-1);
  if (needed === undefined || last === undefined || last.clock + last.length <= origin.clock)
    return 'missing';
  return needed.waiting ? flaw('J12', item, CIRCULAR) : needed;
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

function flaw(rule: Rule, item: Item, title: string): Snag {
  return { rule, title, map: item.place?.map ?? null, key: item.place?.key ?? null };
}
