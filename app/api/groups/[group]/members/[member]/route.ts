import { roleChangeSchema } from '#lib/protocol/http.ts';
import { asUser } from '#server/http/as-user.ts';
import { readJson } from '#server/http/read-body.ts';
import { answer, problemResponse } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

type Context = { params: Promise<{ group: string; member: string }> };

export function PATCH(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const input = await readJson(request, roleChangeSchema);
    if (!input.ok) return problemResponse(input.error);
    const { group, member } = await params;
    return answer(await runtime().people.changeRole(user, group, member, input.value.role));
  });
}

export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const { group, member } = await params;
    return answer(await runtime().people.removeMember(user, group, member));
  });
}
