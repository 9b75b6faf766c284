import { asUser } from '#server/http/as-user.ts';
import { answer } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

type Context = { params: Promise<{ group: string; code: string }> };

/** Revokes an invite; who joined by it stays. */
export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const { group, code } = await params;
    return answer(await runtime().people.revokeInvite(user, group, code));
  });
}
