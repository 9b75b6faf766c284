import { asUser } from '#server/http/as-user.ts';
import { originOf } from '#server/http/request-facts.ts';
import { answer } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

type Context = { params: Promise<{ group: string; member: string }> };

/** A fresh return link for a member without password, by an instructor. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const { group, member } = await params;
    const origin = originOf(request.headers);
    return answer(await runtime().people.newReturnLinkFor(user, group, member, origin), 201);
  });
}
