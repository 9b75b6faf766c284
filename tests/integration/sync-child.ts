import { startSync } from './sync-fixture.ts';

/** A sync server in a process of its own, to be killed: `node sync-child.ts FILE`; prints its port. */
const server = await startSync({ file: process.argv[2] ?? '' });
process.stdout.write(`${server.port}\n`);
