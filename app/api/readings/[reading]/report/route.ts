import { reportMarkdown } from '#components/insights/report/report-markdown.ts';
import { reportJson } from '#lib/insight/report/report-json.ts';
import { reportQuerySchema } from '#lib/protocol/http.ts';
import { ok } from '#lib/result.ts';
import { asUser } from '#server/http/as-user.ts';
import { answer, markdownResponse, problemResponse } from '#server/http/respond.ts';
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
    const report = await runtime().readings.report(user, reading, then);
    if (!report.ok || format === 'json')
      return answer(report.ok ? ok(reportJson(report.value)) : report);
    return markdownResponse(reportMarkdown(report.value));
  });
}
