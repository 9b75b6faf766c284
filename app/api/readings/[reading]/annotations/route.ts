import { asUser } from '#server/http/as-user.ts';
import { answer, problemResponse } from '#server/http/respond.ts';
import { problem } from '#server/problem.ts';
import { runtime } from '#server/runtime.ts';

type Context = { params: Promise<{ reading: string }> };

const JSON_ONLY = problem(422, 'Choose the format “json”: it is the only one so far.');

export function GET(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const asked = new URL(request.url).searchParams;
    if ((asked.get('format') ?? 'json') !== 'json') return problemResponse(JSON_ONLY);
    const { reading } = await params;
    return answer(await runtime().readings.annotations(user, reading, asked.get('place')));
  });
}
