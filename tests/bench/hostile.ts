import { loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { attackElsewhere, targetOf } from '#tests/hostile/attack-elsewhere.ts';
import { ATTACKS } from '#tests/hostile/attacks.ts';
import { honestPair } from '#tests/hostile/honest-pair.ts';
import { residentMemory, watched } from '#tests/hostile/process-memory.ts';
import { leave, sockets } from '#tests/hostile/target.ts';
import { startServer } from '#tests/integration/postil-server.ts';
import { realReading } from '#tests/integration/real-reading.ts';

/**
 * `npm run bench:hostile`: how long an honest pair's writing takes to arrive while the same reading is
 * attacked, and what the server's memory does. The attackers have a thread of their own, the server a process.
 * `npm run bench:hostile -- 'one key' 5` takes the attacks whose name holds the words, five times each.
 *
 * "server turn" is the longest that the server's event loop kept everybody waiting, "own turn" the same of the pair's: on a machine
 * of few cores the attackers and the pair's own reading are a part of what the pair waits for.
 */
const IDLE = 5000;
const CALM_MS = 5000;
const [wanted = '', times = '1'] = process.argv.slice(2);

const server = await startServer({ env: { LIMIT_CONNECTIONS_PER_USER: '2500' } });
const reading = await realReading(server, await server.owner());
const pair = await honestPair(server, reading);

console.log(
  row('attack', 'exchanges', 'p50 ms', 'p99 ms', 'longest ms', 'server turn', 'own turn') +
    row('closed with', 'memory MB', 'peak MB', 'load').slice(1),
);
console.log(
  row('---', '--:', '--:', '--:', '--:', '--:', '--:') + row('---', '--:', '--:', '--:').slice(1),
);
const calm = new Promise((resolve) => setTimeout(resolve, CALM_MS)).then(() => []);
await measure('none', calm);
for (const [name, { people }] of Object.entries(ATTACKS))
  if (name.includes(wanted))
    for (let time = 0; time < Number(times); time += 1)
      await measure(name, attackElsewhere(name, await targetOf(server, reading, people)));
if (wanted === '') {
  const people = await targetOf(server, reading, 3);
  const idle = await measure(`${IDLE} idle sockets come`, sockets(people, IDLE), () => []);
  const stay = new Promise((resolve) => setTimeout(resolve, CALM_MS));
  await measure(`${IDLE} idle sockets stay`, stay);
  leave(idle);
}
pair.end();
await server.stop();

/** Prints a line of the table; `codes`: what the attackers' sockets were closed with. */
async function measure<T>(
  name: string,
  attack: Promise<T>,
  codes: (result: T) => readonly number[] = (result) => (Array.isArray(result) ? result : []),
): Promise<T> {
  const own = monitorEventLoopDelay({ resolution: 10 });
  own.enable();
  const { peak, longestTurn, result } = await watched(server, pair.during(attack));
  own.disable();
  const delays = result.delays.toSorted((a, b) => a - b);
  const closed = [...new Set(codes(result.result))].join(' ');
  const after = await residentMemory(server);
  const milliseconds = [
    ...[0.5, 0.99, 1].map((part) => at(delays, part)),
    longestTurn,
    own.max / 1e6,
  ];
  console.log(
    row(name, String(delays.length), ...milliseconds.map((one) => one.toFixed(0))) +
      row(closed, megabytes(after), megabytes(peak), loadavg()[0]?.toFixed(1) ?? '').slice(1),
  );
  return result.result;
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(0);
}

function row(...cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}
