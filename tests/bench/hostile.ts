import { attackElsewhere, targetOf } from '#tests/hostile/attack-elsewhere.ts';
import { ATTACKS } from '#tests/hostile/attacks.ts';
import { honestPair } from '#tests/hostile/honest-pair.ts';
import { peakMemory, residentMemory } from '#tests/hostile/process-memory.ts';
import { leave, sockets } from '#tests/hostile/target.ts';
import { startServer } from '#tests/integration/postil-server.ts';
import { realReading } from '#tests/integration/real-reading.ts';

/**
 * `npm run bench:hostile`: how long an honest pair's writing takes to arrive while the same reading is
 * attacked, and what the server's memory does. The attackers have a thread of their own, the server a process.
 */
const IDLE = 5000;
const CALM_MS = 5000;

const server = await startServer({ env: { LIMIT_CONNECTIONS_PER_USER: '2500' } });
const reading = await realReading(server, await server.owner());
const pair = await honestPair(server, reading);

console.log(row('attack', 'exchanges', 'p50 ms', 'p99 ms', 'closed with', 'memory MB', 'peak MB'));
console.log(row('---', '--:', '--:', '--:', '---', '--:', '--:'));
const calm = new Promise((resolve) => setTimeout(resolve, CALM_MS)).then(() => []);
await measure('none', calm);
for (const [name, { people }] of Object.entries(ATTACKS))
  await measure(name, attackElsewhere(name, await targetOf(server, reading, people)));
const people = await targetOf(server, reading, 3);
const idle = await measure(`${IDLE} idle sockets come`, sockets(people, IDLE), () => []);
await measure(`${IDLE} idle sockets stay`, new Promise((resolve) => setTimeout(resolve, CALM_MS)));
leave(idle);
pair.end();
await server.stop();

/** Prints a line of the table; `codes`: what the attackers' sockets were closed with. */
async function measure<T>(
  name: string,
  attack: Promise<T>,
  codes: (result: T) => readonly number[] = (result) => (Array.isArray(result) ? result : []),
): Promise<T> {
  const { peak, result } = await peakMemory(server, pair.during(attack));
  const delays = result.delays.toSorted((a, b) => a - b);
  const closed = [...new Set(codes(result.result))].join(' ');
  const after = await residentMemory(server);
  const times = [0.5, 0.99].map((part) => at(delays, part).toFixed(1));
  console.log(
    row(name, String(delays.length), ...times, closed, megabytes(after), megabytes(peak)),
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
