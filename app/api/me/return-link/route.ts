import { asUser } from '#server/http/as-user.ts';
import { originOf } from '#server/http/request-facts.ts';
import { answer } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

/** Makes my return link; the one before no longer works. */
export function POST(request: Request): Promise<Response> {
  return asUser(request, async (user) =>
    answer(await runtime().people.newReturnLink(user, originOf(request.headers)), 201),
  );
}

export function DELETE(request: Request): Promise<Response> {
  return asUser(request, async (user) => answer(await runtime().people.revokeReturnLink(user)));
}
