import { historyQuerySchema } from '#lib/protocol/http.ts';
import { asUser } from '#server/http/as-user.ts';
import { answer, problemResponse } from '#server/http/respond.ts';
import { problem } from '#server/problem.ts';
import { runtime } from '#server/runtime.ts';

type Context = { params: Promise<{ reading: string }> };

const BAD_QUERY = problem(
  422,
  'Ask with place=shared or desk/<user>, after=<number> and limit=<1 to 1000>.',
);

export function GET(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const query = historyQuerySchema.safeParse(
      Object.fromEntries(new URL(request.url).searchParams),
    );
    if (!query.success) return problemResponse(BAD_QUERY);
    const { reading } = await params;
    return answer(await runtime().readings.history(user, reading, query.data));
  });
}
