import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { Contender, Seat } from './contender.ts';
import { SERVER_CORE, pinned } from './cores.ts';

/** Clock ticks of /proc a second (`getconf CLK_TCK`, 100 on Linux everywhere). */
const TICKS = 100;
const START_WITHIN = 20_000;
const END_WITHIN = 15_000;

export interface RoomsWanted {
  rooms: number;
  members: number;
}

/** A contender that runs, on the servers' core. */
export interface Server {
  contender: Contender;
  port: number;
  /** By room, then member. */
  seats: Seat[][];
  /** Seconds of CPU so far, user and system, all threads. */
  cpuSeconds: () => number;
  /** Resident memory, megabytes. */
  memory: () => number;
  /** What it printed before it was ready. */
  notices: string[];
  /** Resolves when it does nothing any more: what it was to write is written. */
  quiet: () => Promise<void>;
  end: () => Promise<void>;
}

/** Resolves when it takes connections. Rejects when it does not within 20 s. */
export async function startServer(
  contender: Contender,
  dataDir: string,
  wanted: RoomsWanted,
): Promise<Server> {
  const port = await freePort();
  const [command, ...args] = pinned(SERVER_CORE, [process.execPath, ...contender.program]);
  const child = spawn(command ?? '', args, {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      BENCH_ROOMS: String(wanted.rooms),
      BENCH_MEMBERS: String(wanted.members),
      ...(process.env['BENCH_NODE_OPTIONS'] === undefined || contender.seat !== null
        ? {}
        : { NODE_OPTIONS: process.env['BENCH_NODE_OPTIONS'] }),
      ...contender.environment(port, dataDir),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${contender.name} cannot be started.`);
  const { notices, seats } = await ready(contender, child, port, wanted);
  const cpuSeconds = (): number => cpuSecondsOf(pid);
  return {
    contender,
    port,
    seats,
    notices,
    cpuSeconds,
    memory: () => memoryOf(pid),
    quiet: () => untilQuiet(cpuSeconds),
    end: () => endProcess(child),
  };
}

async function ready(
  contender: Contender,
  child: ChildProcess,
  port: number,
  wanted: RoomsWanted,
): Promise<{ seats: Seat[][]; notices: string[] }> {
  const { seat } = contender;
  if (seat === null) return readySeats(child);
  child.stdout?.resume();
  await untilListening(port);
  return { notices: [], seats: grid(wanted, seat) };
}

/** Postil's own server: notices, then its seats as one line of JSON. */
async function readySeats(child: ChildProcess): Promise<{ seats: Seat[][]; notices: string[] }> {
  if (child.stdout === null) throw new Error('no output to read');
  const notices: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('[')) return { notices, seats: JSON.parse(line) };
    notices.push(line);
  }
  throw new Error('Postil ended before it was ready.');
}

function grid({ members, rooms }: RoomsWanted, seat: (room: number, member: number) => Seat) {
  return Array.from({ length: rooms }, (_room, room) =>
    Array.from({ length: members }, (_member, member) => seat(room, member)),
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilListening(port: number): Promise<void> {
  const latest = performance.now() + START_WITHIN;
  while (performance.now() < latest) {
    if (await accepts(port)) return;
    await delay(25);
  }
  throw new Error('A server did not start.');
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** proc(5): fields 14 and 15 of `stat`, counted behind the name, which may hold anything. */
function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function untilQuiet(cpuSeconds: () => number): Promise<void> {
  const latest = performance.now() + 60_000;
  let before = -1;
  while (cpuSeconds() - before > 0.02 && performance.now() < latest) {
    before = cpuSeconds();
    await delay(1000);
  }
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const cut = setTimeout(() => child.kill('SIGKILL'), END_WITHIN);
  await ended;
  clearTimeout(cut);
}
