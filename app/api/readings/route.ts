import { newReadingSchema } from '#lib/protocol/http.ts';
import { asUser } from '#server/http/as-user.ts';
import { readJson } from '#server/http/read-body.ts';
import { answer, problemResponse } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

export function GET(request: Request): Promise<Response> {
  return asUser(request, async (user) => answer(await runtime().readings.list(user)));
}

export function POST(request: Request): Promise<Response> {
  return asUser(request, async (user) => {
    const input = await readJson(request, newReadingSchema);
    if (!input.ok) return problemResponse(input.error);
    return answer(await runtime().readings.create(user, input.value), 201);
  });
}
