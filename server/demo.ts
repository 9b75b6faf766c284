import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { fail, ok, type Result } from '#lib/result.ts';
import { ensureBuilt } from './build.ts';
import { gather } from './demo/company.ts';
import { joinReading } from './demo/simulate.ts';
import { throwawayPostil } from './demo/throwaway-postil.ts';
import { orExit } from './or-exit.ts';

/** `npm run demo`: a Postil on a throwaway folder, in which six simulated members read. */
const USAGE = 'Usage: npm run demo -- [--seed WHOLE NUMBER] [--pace FACTOR: 2 is half as fast]';

const WHAT_TO_SEE = `Open it: six simulated members read two articles there. See them mark, argue and change their minds, and mark something yourself.
All of it is in a temporary folder, which goes when you end this with Ctrl+C.`;
const AFTERWARDS = 'The six have read both articles, and stay. Ctrl+C ends it.';

const optionsSchema = z.object({
  seed: z.coerce.number().int().min(0).default(1),
  pace: z.coerce.number().min(0).default(1),
});

const { seed, pace } = orExit(options());
orExit(await ensureBuilt(dirname(import.meta.dirname)));
// The provider listens for the end of the process, once for each of the twelve sockets.
process.setMaxListeners(50);
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => ending.abort());

const postil = orExit(await throwawayPostil(process.env));
void postil.ended.then(() => ending.abort());
const { members, readings, link } = await gather(postil);
console.log(`${link}\n${WHAT_TO_SEE}`);
const simulations = await Promise.all(
  readings.map(({ id }, index) => joinReading(members, id, seed + index)),
);
await Promise.all(simulations.map(({ play }) => play({ pace, signal: ending.signal })));
if (!ending.signal.aborted) console.log(AFTERWARDS);
await aborted(ending.signal);
for (const simulation of simulations) simulation.leave();
const code = await postil.end('SIGTERM');
if (code !== 0) console.error(postil.output());
process.exit(code ?? 1);

function options(): Result<z.infer<typeof optionsSchema>> {
  try {
    const { values } = parseArgs({
      options: { seed: { type: 'string' }, pace: { type: 'string' } },
    });
    const parsed = optionsSchema.safeParse(values);
    return parsed.success ? ok(parsed.data) : fail(USAGE);
  } catch {
    // An option that there is not.
    return fail(USAGE);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve());
  });
}
