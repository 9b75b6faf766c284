import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { ATTACKS } from './attacks.ts';
import type { Target } from './target.ts';

/**
 * Attacks from a thread of its own, so that the honest ones' clocks tick on; and with what the others leave of the processors,
 * for attackers bring machines of their own.
 */
setPriority(constants.priority.PRIORITY_LOW);
const { name, target } = workerData as { name: string; target: Target };
const codes = await ATTACKS[name]?.run(target);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(codes);
