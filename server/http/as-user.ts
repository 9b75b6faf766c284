import { NOT_SIGNED_IN, problem } from '../problem.ts';
import { runtime } from '../runtime.ts';
import type { User } from '../usecases/use-cases.ts';
import { problemResponse } from './respond.ts';

const BUG = problem(
  500,
  'Something went wrong on the server. Try again; if it stays, tell whoever runs it.',
);

/** Answers for the signed-in person who asks, 401 without a session. */
export function asUser(
  request: Request,
  work: (user: User) => Promise<Response>,
): Promise<Response> {
  return guarded(async () => {
    const user = await runtime().session.user(request.headers.get('cookie'));
    return user === null ? problemResponse(NOT_SIGNED_IN) : work(user);
  });
}

/** A bug is logged, and answered with a problem document like everything else. */
export async function guarded(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    runtime().reportBug(error);
    return problemResponse(BUG);
  }
}
