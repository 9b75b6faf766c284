import { fail, ok } from '#lib/result.ts';
import { NOTHING_HERE } from '../problem.ts';
import type { Deps } from './deps.ts';
import type { UseCases } from './use-cases.ts';

/** The measurements say nothing of people, yet how busy a server is concerns only who runs it. */
export function createMetricsAnswer(
  { store }: Pick<Deps, 'store'>,
  text: () => Promise<string>,
): UseCases['metrics'] {
  return async (user, fromThisMachine) => {
    const owner = user === null ? undefined : await store.people.user(user.id);
    return fromThisMachine || owner?.owner === 1 ? ok(await text()) : fail(NOTHING_HERE);
  };
}
