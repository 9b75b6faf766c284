import { newGroupSchema } from '#lib/protocol/http.ts';
import { asUser } from '#server/http/as-user.ts';
import { readJson } from '#server/http/read-body.ts';
import { answer, problemResponse } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

export function GET(request: Request): Promise<Response> {
  return asUser(request, async (user) => answer(await runtime().people.groups(user)));
}

export function POST(request: Request): Promise<Response> {
  return asUser(request, async (user) => {
    const input = await readJson(request, newGroupSchema);
    if (!input.ok) return problemResponse(input.error);
    return answer(await runtime().people.newGroup(user, input.value), 201);
  });
}
