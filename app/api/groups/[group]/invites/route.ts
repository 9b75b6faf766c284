import { newInviteSchema } from '#lib/protocol/http.ts';
import { asUser } from '#server/http/as-user.ts';
import { readJson } from '#server/http/read-body.ts';
import { originOf } from '#server/http/request-facts.ts';
import { answer, problemResponse } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

type Context = { params: Promise<{ group: string }> };

export function GET(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const { group } = await params;
    return answer(await runtime().people.invites(user, group, originOf(request.headers)));
  });
}

export function POST(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const input = await readJson(request, newInviteSchema);
    if (!input.ok) return problemResponse(input.error);
    const { group } = await params;
    const origin = originOf(request.headers);
    return answer(await runtime().people.newInvite(user, group, input.value, origin), 201);
  });
}
