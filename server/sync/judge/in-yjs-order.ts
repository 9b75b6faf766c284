import type { DecodeProblem } from './decode.ts';
import type { DeleteRange } from './delete-set.ts';
import type { Id } from './id.ts';

/** What keeps an update from being taken in whole: a dependency that may yet come, or a flaw. */
export type Snag = 'missing' | DecodeProblem;

/** What became of an item: `needs` is a unit that its client has not come to yet. */
export type Step = 'taken' | Snag | { readonly needs: Id };

interface Stretch {
  readonly clock: number;
  readonly length: number;
}

interface Queue<Item> {
  readonly client: number;
  readonly items: readonly Item[];
  next: number;
  /** Its next item waits for another client's. */
  waiting: boolean;
}

/** How items are taken in, and what is wrong with one that waits for itself. */
interface Taking<Item> {
  readonly take: (item: Item, client: number) => Step;
  readonly circular: (item: Item) => DecodeProblem;
}

/**
 * Takes the items of an update in an order in which Yjs could: every item after its client's
 * earlier ones and after what it needs. What Yjs would park (and then hold back everything of
 * that client for ever) is a snag here.
 */
export function takeInYjsOrder<Item extends Stretch>(
  blocks: readonly { readonly client: number; readonly items: readonly Item[] }[],
  taking: Taking<Item>,
): Snag | null {
  const queues = new Map(
    blocks.map(({ client, items }) => [client, { client, items, next: 0, waiting: false }]),
  );
  for (const queue of queues.values()) {
    const snag = drain(queue, queues, taking);
    if (snag !== null) return snag;
  }
  return null;
}

/** Takes a delete set in; `missing` where it deletes what has not come yet (J15). */
export function takeDeletes(
  deletes: ReadonlyMap<number, readonly DeleteRange[]>,
  draft: { state(client: number): number; delete(client: number, from: number, end: number): void },
): 'missing' | null {
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
function drain<Item extends Stretch>(
  first: Queue<Item>,
  queues: ReadonlyMap<number, Queue<Item>>,
  taking: Taking<Item>,
): Snag | null {
  const stack = [first];
  for (let queue = stack.at(-1); queue !== undefined; queue = stack.at(-1)) {
    const item = queue.items[queue.next];
    if (item === undefined) {
      stack.pop();
      continue;
    }
    const step = next(item, queue, queues, taking);
    if (typeof step === 'string' || 'rule' in step) return step;
    queue.waiting = step !== queue;
    if (step !== queue) stack.push(step);
    // Back at once to whoever waits: draining on could make two clients wait for each other.
    else if (stack.length > 1) stack.pop();
  }
  return null;
}

/** Takes the item in and gives its own queue; or the queue it waits for; or a snag. */
function next<Item extends Stretch>(
  item: Item,
  queue: Queue<Item>,
  queues: ReadonlyMap<number, Queue<Item>>,
  { take, circular }: Taking<Item>,
): Queue<Item> | Snag {
  const step = take(item, queue.client);
  if (step === 'taken') queue.next += 1;
  if (step === 'taken') return queue;
  if (typeof step === 'string' || 'rule' in step) return step;
  const needed = queues.get(step.needs.client);
  const last = needed?.items.at(-1);
  if (needed === undefined || last === undefined || last.clock + last.length <= step.needs.clock)
    return 'missing';
  return needed.waiting ? circular(item) : needed;
}
