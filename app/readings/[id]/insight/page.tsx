import type { Metadata } from 'next';
import { InsightPage } from '#components/insights/insight-page.tsx';
import type { InsightView } from '#components/insights/insight-view.ts';
import { runtime } from '#server/runtime.ts';
import type { User } from '#server/usecases/use-cases.ts';
import { figuresOf, valueOf } from '../../../answer.ts';
import { requireUser } from '../../../current-user.ts';

export const metadata: Metadata = { title: 'Insight' };

export default async function ReadingInsight({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const user = await requireUser(`/readings/${encodeURIComponent(id)}/insight`);
  return <InsightPage view={await viewOf(user, id)} />;
}

async function viewOf(user: User, id: string): Promise<InsightView> {
  const page = valueOf(await runtime().readings.page(user, id));
  const insight = figuresOf(await runtime().readings.insight(user, id, null));
  const { reading, text, blocks, members } = page;
  return { user, reading, text, blocks, members, insight };
}
