import { ok } from '#lib/result.ts';
import { asUser } from '#server/http/as-user.ts';
import { answer } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

/** Ends all my sessions, this one too, and closes their sockets. */
export function POST(request: Request): Promise<Response> {
  return asUser(request, async (user) => {
    await runtime().session.signOutEverywhere(user);
    return answer(ok(null));
  });
}
