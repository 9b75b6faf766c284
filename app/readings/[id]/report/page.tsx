import type { Metadata } from 'next';
import { NoSuchTime } from '#components/insights/report/no-such-time.tsx';
import { ReportPage } from '#components/insights/report/report-page.tsx';
import { insightQuerySchema } from '#lib/protocol/http.ts';
import { runtime } from '#server/runtime.ts';
import { figuresOf } from '../../../answer.ts';
import { requireUser } from '../../../current-user.ts';
import { one, type Search } from '../../../search.ts';

export const metadata: Metadata = { title: 'Report' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Search;
}

export default async function ReadingReport({ params, searchParams }: Props) {
  const { id } = await params;
  const at = one((await searchParams)['at']);
  const path = `/readings/${encodeURIComponent(id)}/report`;
  const user = await requireUser(at === undefined ? path : `${path}?at=${encodeURIComponent(at)}`);
  if (!insightQuerySchema.safeParse({ at }).success) return <NoSuchTime path={path} />;
  const then = at === undefined ? null : Date.parse(at);
  const report = figuresOf(await runtime().readings.report(user, id, then));
  return <ReportPage report={report} user={user} />;
}
