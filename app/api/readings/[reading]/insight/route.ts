import { insightQuerySchema } from '#lib/protocol/http.ts';
import { asUser } from '#server/http/as-user.ts';
import { figuresAnswer, problemResponse } from '#server/http/respond.ts';
import { problem } from '#server/problem.ts';
import { runtime } from '#server/runtime.ts';

type Context = { params: Promise<{ reading: string }> };

const BAD_QUERY = problem(422, 'Ask with at=<time>, such as 2026-11-22T09:30:00Z, or without it.');

export function GET(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const query = insightQuerySchema.safeParse(
      Object.fromEntries(new URL(request.url).searchParams),
    );
    if (!query.success) return problemResponse(BAD_QUERY);
    const { at } = query.data;
    const { reading } = await params;
    const then = at === undefined ? null : Date.parse(at);
    return figuresAnswer(await runtime().readings.insight(user, reading, then));
  });
}
