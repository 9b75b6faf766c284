import * as fc from 'fast-check';
import { Simulation, type Tab } from './simulation.ts';

/** Work of three tabs, overwrites and deletes in it, some of it concurrent. */
export function busyPlace(steps: readonly number[]): Simulation {
  const simulation = new Simulation(true);
  for (const step of steps) {
    const tab: Tab | undefined = simulation.tabs[step % 3];
    if (tab === undefined) continue;
    const slot = (step >> 3) % 3;
    if (step % 7 === 0) tab.delete(slot);
    else if (step % 7 === 1 && tab.online) tab.online = false;
    else if (step % 7 === 2) simulation.connect(tab, false);
    else if (step % 7 === 3) tab.undo.undo();
    else tab.set(slot, step);
  }
  for (const tab of simulation.tabs) simulation.connect(tab, false);
  return simulation;
}

/** Steps for `busyPlace`. */
export const work = fc.array(fc.nat({ max: 1000 }), { minLength: 5, maxLength: 60 });
