import type { Problem } from '#lib/protocol/http.ts';
import { fail } from '#lib/result.ts';
import { TOO_MANY_FAILURES } from '../problem.ts';

const MINUTE = 60_000;

/**
 * Failed sign-ins and unknown invites by address, over the last minute. Only failures count: a whole class
 * joins from one address.
 */
export interface FailureLimit {
  reached(address: string): boolean;
  count(address: string): void;
}

/** `clock`: milliseconds. */
export function createFailureLimit(perMinute: number, clock: () => number): FailureLimit {
  const failures = new Map<string, number[]>();
  const recent = (address: string): number[] =>
    (failures.get(addressKey(address)) ?? []).filter((at) => at > clock() - MINUTE);
  return {
    reached: (address) => recent(address).length >= perMinute,
    count(address) {
      forgetOld(failures, clock() - MINUTE);
      failures.set(addressKey(address), [...recent(address), clock()]);
    },
  };
}

/**
 * Counts a failure and says why: `problem`, or that there were too many. For invites, setup and return links, which are too
 * random to be guessed: a right one works whatever others at the same address have tried.
 */
export function failed(
  failures: FailureLimit,
  address: string,
  problem: Problem,
): { ok: false; error: Problem } {
  if (failures.reached(address)) return fail(TOO_MANY_FAILURES);
  failures.count(address);
  return fail(problem);
}

function forgetOld(failures: Map<string, number[]>, before: number): void {
  for (const [key, times] of failures) if ((times.at(-1) ?? 0) <= before) failures.delete(key);
}

/** One household or machine has a whole IPv6 /64; IPv4 may come mapped into IPv6. */
function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}
