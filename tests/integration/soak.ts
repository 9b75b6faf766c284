import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { createCrashes } from './crashes.ts';
import { seeded } from '#server/demo/seeded.ts';
import { newLogFile } from './sync-fixture.ts';

/** `npm run soak -- --kills 1000 [--seed 1]`: the crash test of the suite, longer. */
const kills = numberAfter('--kills') ?? 1000;
const seed = numberAfter('--seed') ?? Date.now();
const file = newLogFile();
process.stdout.write(`seed ${seed}, ${file}\n`);
const crashes = await createCrashes(file, seeded(seed));
for (let kill = 1; kill <= kills; kill += 1) {
  await crashes.round();
  if (kill % 50 === 0 || kill === kills)
    process.stdout.write(`${kill} kills, nothing lost: ${JSON.stringify(crashes.checked())}\n`);
}
await crashes.end();
rmSync(dirname(file), { recursive: true });

function numberAfter(flag: string): number | null {
  const at = process.argv.indexOf(flag);
  return at < 0 ? null : Number(process.argv[at + 1]);
}
