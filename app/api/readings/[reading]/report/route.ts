import { reportMarkdown } from '#components/insights/report/report-markdown.ts';
import { reportQuerySchema } from '#lib/protocol/http.ts';
import { decoded } from '#server/figures/encoded.ts';
import { asUser } from '#server/http/as-user.ts';
import { figuresAnswer, markdownResponse, problemResponse } from '#server/http/respond.ts';
import { problem } from '#server/problem.ts';
import { runtime } from '#server/runtime.ts';

type Context = { params: Promise<{ reading: string }> };

const BAD_QUERY = problem(
  422,
  'Ask with format=json or markdown and at=<time>, such as 2026-11-22T09:30:00Z, or without them.',
);

export function GET(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const query = reportQuerySchema.safeParse(
      Object.fromEntries(new URL(request.url).searchParams),
    );
    if (!query.success) return problemResponse(BAD_QUERY);
    const { at, format } = query.data;
    const { reading } = await params;
    const then = at === undefined ? null : Date.parse(at);
    const { report, reportDocument } = runtime().readings;
    if (format === 'json') return figuresAnswer(await reportDocument(user, reading, then));
    const whole = await report(user, reading, then);
    return whole.ok
      ? markdownResponse(reportMarkdown(decoded(whole.value)))
      : problemResponse(whole.error);
  });
}
