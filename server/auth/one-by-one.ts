/**
 * Runs jobs one after the other. Password hashes go through it: each takes 32 MiB, and a limit on failures
 * holds only when the next guess waits for the last one's outcome.
 */
export function createOneByOne(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const mine = last.then(job, job);
    last = mine;
    return mine;
  };
}
