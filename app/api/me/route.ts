import { asUser } from '#server/http/as-user.ts';
import { answer } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

export function GET(request: Request): Promise<Response> {
  return asUser(request, async (user) => answer(await runtime().people.me(user)));
}
