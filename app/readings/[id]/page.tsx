import type { Metadata } from 'next';
import { ReadingRoom } from '#components/reading-room/reading-room.tsx';
import { runtime } from '#server/runtime.ts';
import { valueOf } from '../../answer.ts';
import { currentUser, requireUser } from '../../current-user.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const user = await currentUser();
  const page = user === null ? null : await runtime().readings.page(user, id);
  return page?.ok ? { title: page.value.reading.article.title } : {};
}

export default async function Reading({ params }: Props) {
  const { id } = await params;
  const user = await requireUser(`/readings/${encodeURIComponent(id)}`);
  return <ReadingRoom page={valueOf(await runtime().readings.page(user, id))} />;
}
