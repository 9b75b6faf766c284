import { readingMeSchema } from '#lib/protocol/http.ts';
import { asUser } from '#server/http/as-user.ts';
import { readJson } from '#server/http/read-body.ts';
import { answer, problemResponse } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

type Context = { params: Promise<{ reading: string }> };

export function GET(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const { reading } = await params;
    return answer(await runtime().readings.me(user, reading));
  });
}

export function PUT(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const input = await readJson(request, readingMeSchema);
    if (!input.ok) return problemResponse(input.error);
    const { reading } = await params;
    return answer(await runtime().readings.setMe(user, reading, input.value));
  });
}
