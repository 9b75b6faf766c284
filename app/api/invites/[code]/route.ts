import { asUser } from '#server/http/as-user.ts';
import { addressOf } from '#server/http/request-facts.ts';
import { answer } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

type Context = { params: Promise<{ code: string }> };

/** Joins while signed in. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const { code } = await params;
    const address = addressOf(request.headers);
    return answer(await runtime().people.joinByInvite(user, code, address));
  });
}
