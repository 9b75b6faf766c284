import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LedgerPage } from '#components/predictions/ledger-page.tsx';
import type { LedgerView } from '#components/predictions/ledger-view.ts';
import { runtime } from '#server/runtime.ts';
import type { User } from '#server/usecases/use-cases.ts';
import { figuresOf, valueOf } from '../../../answer.ts';
import { requireUser } from '../../../current-user.ts';

export const metadata: Metadata = { title: 'Predictions' };

export default async function GroupPredictions({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const user = await requireUser(`/groups/${encodeURIComponent(id)}/predictions`);
  return <LedgerPage view={await viewOf(user, id)} />;
}

async function viewOf(user: User, id: string): Promise<LedgerView> {
  const { people, readings } = runtime();
  const group = valueOf(await people.groups(user)).find((mine) => mine.id === id) ?? notFound();
  const [ledger, members, all] = await Promise.all([
    readings.predictionsOfGroup(user, id),
    people.members(user, id),
    readings.list(user),
  ]);
  return {
    user,
    group: { id, name: group.name },
    members: valueOf(members).map(({ id, name }) => ({ id, name })),
    readings: valueOf(all)
      .filter((reading) => reading.group === id)
      .map(({ id, role, phase, place }) => ({ id, role, phase, place })),
    ledger: figuresOf(ledger),
  };
}
