import { changedTagsQuerySchema } from '#lib/protocol/http.ts';
import { asUser } from '#server/http/as-user.ts';
import { figuresAnswer, problemResponse } from '#server/http/respond.ts';
import { problem } from '#server/problem.ts';
import { runtime } from '#server/runtime.ts';

type Context = { params: Promise<{ reading: string }> };

const BAD_QUERY = problem(
  422,
  'Ask with after=<time> and until=<time>, such as 2026-11-22T09:30:00Z, or without them.',
);

export function GET(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const query = changedTagsQuerySchema.safeParse(
      Object.fromEntries(new URL(request.url).searchParams),
    );
    if (!query.success) return problemResponse(BAD_QUERY);
    const { after, until } = query.data;
    const { reading } = await params;
    const between = { after: timeOf(after), until: timeOf(until) };
    return figuresAnswer(await runtime().readings.changedTags(user, reading, between));
  });
}

const timeOf = (iso: string | undefined): number | null =>
  iso === undefined ? null : Date.parse(iso);
