import { afterAll, describe, expect, it } from 'vitest';
import { createCrashes } from './crashes.ts';
import { seeded } from '#server/demo/seeded.ts';
import { newLogFile, removeLogFiles } from './sync-fixture.ts';

const KILLS = 50;
const BURST = 20_000;

afterAll(removeLogFiles);

describe('kill -9', () => {
  it('[D5] [D9] [K2] at random moments, 50 times: what was observed or acknowledged is there', async () => {
    const crashes = await createCrashes(newLogFile(), seeded(1));
    for (let kill = 0; kill < KILLS; kill += 1) await crashes.round();
    const { observed, acknowledged, edits } = crashes.checked();
    expect(observed).toBeGreaterThan(KILLS);
    expect(acknowledged).toBeGreaterThan(KILLS);
    expect(edits).toBeGreaterThan(KILLS);
    await crashes.end();
  }, 400_000);

  it('[D5] [D9] right after a burst of 20,000 records', async () => {
    const crashes = await createCrashes(newLogFile(), seeded(2));
    await crashes.burst(BURST);
    expect(crashes.checked().acknowledged).toBe(BURST);
    await crashes.end();
  });
});
