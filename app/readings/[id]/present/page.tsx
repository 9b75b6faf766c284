import type { Metadata } from 'next';
import { Present, type PresentView } from '#components/insights/present/present.tsx';
import { runtime } from '#server/runtime.ts';
import type { User } from '#server/usecases/use-cases.ts';
import { figuresOf, valueOf } from '../../../answer.ts';
import { requireUser } from '../../../current-user.ts';

export const metadata: Metadata = { title: 'Present' };

export default async function ReadingPresent({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const user = await requireUser(`/readings/${encodeURIComponent(id)}/present`);
  return <Present view={await viewOf(user, id)} />;
}

async function viewOf(user: User, id: string): Promise<PresentView> {
  const page = valueOf(await runtime().readings.page(user, id));
  const insight = figuresOf(await runtime().readings.insight(user, id, null));
  const { reading, text, blocks, members } = page;
  return { user, reading, text, blocks, members, insight };
}
