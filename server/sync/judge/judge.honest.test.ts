import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOfDoc, claimsOfIndex } from './reference-doc.ts';
import { Simulation, type Tab } from './simulation.ts';

type Step = (simulation: Simulation) => void;

const tab = fc.nat({ max: 3 });
const slot = fc.nat({ max: 3 });
const value = fc.nat({ max: 99 });

function withTab(at: number, act: (tab: Tab, simulation: Simulation) => void): Step {
  return (simulation) => {
    const chosen = simulation.tabs[at];
    if (chosen !== undefined) act(chosen, simulation);
  };
}

const set = fc.tuple(tab, slot, value).map(([at, s, v]) => withTab(at, (t) => t.set(s, v)));
const burst = fc
  .tuple(tab, slot, value)
  .map(([at, s, v]) => withTab(at, (t) => t.burst(s, [v, v + 1])));
const remove = fc.tuple(tab, slot).map(([at, s]) => withTab(at, (t) => t.delete(s)));
const undo = tab.map((at) => withTab(at, (t) => void t.undo.undo()));
const redo = tab.map((at) => withTab(at, (t) => void t.undo.redo()));
const leave = tab.map((at) => withTab(at, (t) => void (t.online = false)));
const connect = fc
  .tuple(tab, fc.boolean())
  .map(([at, outbox]) => withTab(at, (t, s) => s.connect(t, outbox)));
const gossip = fc
  .tuple(tab, tab)
  .map(([from, to]) => withTab(from, (a, s) => withTab(to, (b) => s.gossip(a, b))(s)));
/** [J1] [J2] Bob hands on what anybody sent before. */
const replay = fc.nat().map((at): Step => (simulation) => {
  const { log, tabs } = simulation;
  const update = log[at % Math.max(1, log.length)];
  if (update === undefined || tabs[2] === undefined) return;
  expect(simulation.receive(update, tabs[2].writer)).toEqual({ kind: 'nothing' });
});
const moderate = fc
  .tuple(fc.constantFrom('alice', 'bob'), slot)
  .map(([user, s]) => withTab(3, (ivy) => ivy.moderate(user, s)));

const work = fc.oneof(
  { weight: 6, arbitrary: set },
  { weight: 2, arbitrary: burst },
  { weight: 2, arbitrary: remove },
  { weight: 3, arbitrary: undo },
  { weight: 2, arbitrary: redo },
  { weight: 3, arbitrary: leave },
  { weight: 3, arbitrary: connect },
  { weight: 2, arbitrary: gossip },
  { weight: 1, arbitrary: replay },
);

function run(simulation: Simulation, steps: readonly Step[], after: () => void): void {
  for (const step of [
    ...steps,
    ...simulation.tabs.map((_, at) => withTab(at, (t, s) => s.connect(t, true))),
  ]) {
    step(simulation);
    after();
    expect(claimsOfIndex(simulation.place.index)).toEqual(claimsOfDoc(simulation.reference));
  }
}

function expectConverged({ tabs, reference }: Simulation): void {
  for (const { doc } of tabs) {
    expect(doc.store.pendingStructs).toBeNull();
    expect(doc.store.pendingDs).toBeNull();
    expect(doc.getMap('annotations').toJSON()).toEqual(reference.getMap('annotations').toJSON());
  }
}

describe('honest clients', () => {
  it('[J1] [J2] [J10] [J14] [J17] pass whatever they do offline, in two tabs, by undo and redo, and converge', () => {
    fc.assert(
      fc.property(fc.array(work, { minLength: 10, maxLength: 80 }), fc.boolean(), (steps, gc) => {
        const simulation = new Simulation(gc);
        run(simulation, steps, () => expect(simulation.refusals).toEqual([]));
        expectConverged(simulation);
      }),
      { numRuns: 250 },
    );
  }, 20_000);

  it('[J16] [J22] [J23] are refused only what an instructor has removed, and nothing removed comes back', () => {
    const steps = fc.array(
      fc.oneof({ weight: 9, arbitrary: work }, { weight: 1, arbitrary: moderate }),
      {
        minLength: 10,
        maxLength: 80,
      },
    );
    fc.assert(
      fc.property(steps, fc.boolean(), (taken, gc) => {
        const simulation = new Simulation(gc);
        run(simulation, taken, () => expectOnlyModeratedRefused(simulation));
        expectConverged(simulation);
      }),
      { numRuns: 150 },
    );
  }, 20_000);
});

function expectOnlyModeratedRefused(simulation: Simulation): void {
  const moderated = new Set([...simulation.place.index.moderated()].map(({ key }) => key));
  for (const key of moderated) expect(simulation.place.index.record('annotations', key)).toBeNull();
  for (const { verdict, by } of simulation.refusals.splice(0)) {
    expect(verdict).toMatchObject({ kind: 'refused', rule: 'J23' });
    expect(verdict.kind === 'refused' && moderated.has(verdict.key ?? '')).toBe(true);
    for (const tab of simulation.tabs)
      if (tab.writer.userId === by && tab.online) simulation.restart(tab);
  }
}
