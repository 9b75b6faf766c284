import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { anyRecord, emptyPlace } from './judge-fixture.ts';
import { type Verdict, type Writer, judge } from './judge.ts';
import type { PlaceState } from './place-state.ts';
import { claimsOfDoc, claimsOfIndex } from './reference-doc.ts';
import { Simulation, type Tab } from './simulation.ts';

interface Sent {
  update: Uint8Array;
  by: Writer;
}

/** Notes who sent each update that was let in. */
class Noted extends Simulation {
  readonly sent: Sent[] = [];

  override receive(update: Uint8Array, by: Writer, from?: Tab): Verdict {
    const verdict = super.receive(update, by, from);
    if (verdict.kind === 'pass') this.sent.push({ update, by });
    return verdict;
  }
}

/** What one of the three tabs without a moderator does next. */
const step = fc.record({
  tab: fc.nat({ max: 2 }),
  what: fc.constantFrom('set', 'set', 'set', 'delete', 'burst', 'undo', 'leave', 'come', 'gossip'),
  slot: fc.nat({ max: 2 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function take(simulation: Noted, { tab: at, what, slot }: Step, value: number): void {
  const tab = simulation.tabs[at];
  if (tab === undefined) throw new Error('no such tab');
  if (what === 'set') tab.set(slot, value);
  else if (what === 'delete') tab.delete(slot);
  else if (what === 'burst') tab.burst(slot, [value, -value]);
  else if (what === 'undo') tab.undo.undo();
  else if (what === 'leave') tab.online = false;
  else if (what === 'come') simulation.connect(tab, slot === 0);
  else simulation.gossip(tab, simulation.tabs[1 - at] ?? tab);
}

function history(steps: readonly Step[]): Noted {
  const simulation = new Noted(false);
  steps.forEach((one, at) => take(simulation, one, at + 1));
  for (const tab of simulation.tabs) simulation.connect(tab, false);
  return simulation;
}

/**
 * Builds on what the place does not have yet, or repeats what another wrote or deleted (as every step 2 does) before that other's
 * own update is there. J20: nobody is refused for that but at the head of the log.
 */
const TOO_EARLY = new Set(['missing', 'refused']);

/** Judges them in this order, those that come too early again and again, into a place and a document. */
function deliver(sent: readonly Sent[], place: PlaceState, doc: Y.Doc): { retried: number } {
  let retried = 0;
  for (let left = sent; left.length > 0; retried += left.length) {
    const early = left.filter(({ update, by }) => {
      const verdict = judge(update, by, place);
      if (verdict.kind === 'pass') {
        Y.applyUpdate(doc, update);
        verdict.fold();
      }
      expect(verdict.kind).not.toBe('malformed');
      return TOO_EARLY.has(verdict.kind);
    });
    if (early.length === left.length) throw new Error('they come too early for ever');
    left = early;
  }
  return { retried };
}

describe('reordered and replayed', () => {
  it('[J1] [J2] [J4] [J13] [J15] [J17] [J20] any order of the log’s updates, some twice, ends in the same place', () => {
    let retried = 0;
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (steps, order) => {
          const simulation = history(steps);
          const twice = simulation.sent.filter((_one, at) => at % 3 === 0);
          const shuffled = [...simulation.sent, ...twice]
            .map((one) => ({ one, rank: order.next().value }))
            .toSorted((a, b) => a.rank - b.rank)
            .map(({ one }) => one);
          const place = emptyPlace({ check: anyRecord });
          const doc = new Y.Doc({ gc: false });
          retried += deliver(shuffled, place, doc).retried;
          expect(claimsOfIndex(place.index)).toEqual(claimsOfIndex(simulation.place.index));
          expect(claimsOfIndex(place.index)).toEqual(claimsOfDoc(doc));
          expect(doc.store.pendingStructs).toBeNull();
          expect(doc.store.pendingDs).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
    // An order that is always the log's own would prove nothing.
    expect(retried).toBeGreaterThan(100);
  });
});
