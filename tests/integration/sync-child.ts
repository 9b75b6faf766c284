import { startSync } from './sync-fixture.ts';

/** A sync server in a process of its own, to be killed: `node sync-child.ts FILE [PORT]`; prints its port. */
const [file = '', port = '0'] = process.argv.slice(2);
const limits = {
  recordsPerMember: 10_000_000,
  messagesPerSecond: 1_000_000,
  bytesPerSecond: 1_000_000_000,
  placeBytes: 1_000_000_000,
  clientIdsPerMember: 1_000_000,
};
const server = await startSync({ file, port: Number(port), limits, timing: { rest: 0 } });
process.stdout.write(`${server.port}\n`);
