/**
 * What the machine itself takes for what no server can do without, on the servers' core: one small write to each of 100
 * local receivers, 20 times a second, and one state of 4 MB to one receiver. `node tests/bench/sync/kernel-floor.ts`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { CAN_PIN, DRIVER_CORE, SERVER_CORE, pinned } from './cores.ts';

const RECEIVERS = 100;
const ROUNDS = 160;
const PAUSE = 50;
const SMALL = Buffer.alloc(450);
const LARGE = Buffer.alloc(4_000_000);
const LARGE_WRITES = 40;

const port = Number(process.argv[2]);
if (Number.isNaN(port)) await measure();
else listen(port);

/** The receivers, in a process of their own. */
function listen(from: number): void {
  const into = Buffer.alloc(262_144);
  for (let count = 0; count < RECEIVERS; count += 1)
    connect({ port: from, onread: { buffer: into, callback: () => true } });
}

async function measure(): Promise<void> {
  if (CAN_PIN)
    execFileSync('taskset', ['-a', '-c', '-p', String(SERVER_CORE), String(process.pid)]);
  const sockets: Socket[] = [];
  const server = createServer({ noDelay: true }, (socket) => sockets.push(socket)).listen(0);
  await once(server, 'listening');
  const { port: listening } = server.address() as AddressInfo;
  const [command = '', ...args] = pinned(DRIVER_CORE, [
    process.execPath,
    import.meta.filename,
    String(listening),
  ]);
  const receivers = spawn(command, args, { stdio: 'inherit' });
  while (sockets.length < RECEIVERS) await delay(10);
  await small(sockets, 40);
  console.log(`a small write to one receiver: ${(await small(sockets, ROUNDS)).toFixed(1)} µs`);
  const [first] = sockets;
  if (first !== undefined)
    console.log(`4 MB to one receiver: ${(await large(first)).toFixed(1)} ms`);
  receivers.kill();
  process.exit(0);
}

/** CPU-microseconds of this process for one write. */
async function small(sockets: readonly Socket[], rounds: number): Promise<number> {
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) {
    for (const socket of sockets) socket.write(SMALL);
    // oxlint-disable-next-line no-await-in-loop -- at a pace
    await delay(PAUSE);
  }
  const { system, user } = process.cpuUsage(before);
  return (system + user) / rounds / sockets.length;
}

/** CPU-milliseconds of this process for one state. */
async function large(socket: Socket): Promise<number> {
  const before = process.cpuUsage();
  for (let count = 0; count < LARGE_WRITES; count += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    if (!socket.write(LARGE)) await once(socket, 'drain');
  }
  const { system, user } = process.cpuUsage(before);
  return (system + user) / 1000 / LARGE_WRITES;
}
