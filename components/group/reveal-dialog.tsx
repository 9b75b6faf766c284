'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { counted } from '#components/ui/counted.ts';
import type { ReadingMember } from '#lib/protocol/http.ts';
import type { GroupReading } from './group-reading.ts';

interface Props {
  reading: GroupReading;
  /** One member; absent: everybody. */
  only?: { id: string; name: string };
  onClose: () => void;
}

/** Asks before a reveal, and says what it will show, in words and numbers. */
export function RevealDialog({ reading, only, onClose }: Props) {
  const router = useRouter();
  const [members, setMembers] = useState<readonly ReadingMember[] | null>(null);
  const path = `/api/readings/${reading.id}`;

  useEffect(() => {
    let left = false;
    void askServer<ReadingMember[]>('GET', `${path}/members`).then((answer) => {
      // Without the numbers the words alone still say what it does.
      if (answer.ok && !left) setMembers(answer.value);
    });
    return () => {
      left = true;
    };
  }, [path]);

  async function reveal(): Promise<string | null> {
    const whom = only === undefined ? {} : { user: only.id };
    const answer = await askServer('POST', `${path}/reveal`, whom);
    if (!answer.ok) return answer.error;
    router.refresh();
    return null;
  }

  const shown = members?.filter(({ id }) => only === undefined || id === only.id) ?? [];
  return (
    <ConfirmDialog
      title={only === undefined ? 'Reveal all marks?' : `Reveal ${only.name}’s marks?`}
      action="Reveal"
      open
      onClose={onClose}
      onConfirm={reveal}
    >
      <p>
        {only === undefined
          ? `Everybody who reads “${reading.title}” sees everybody’s marks from then on, in open windows too. This cannot be taken back.`
          : `${only.name} then sees the shared margin of “${reading.title}”, and everybody who sees it sees these marks. This cannot be taken back.`}
      </p>
      <p role="status">{figures(shown)}</p>
    </ConfirmDialog>
  );
}

/** "It shows 212 marks of 11 people. 8 of 11 said that they are done." */
function figures(members: readonly ReadingMember[]): string {
  const counts = members.flatMap(({ marks }) => marks ?? []);
  const marks = counts.reduce((sum, count) => sum + count, 0);
  const people = counts.filter((count) => count > 0).length;
  const asked = members.filter(({ role, done }) => role === 'annotator' || done);
  const done = asked.filter((member) => member.done).length;
  if (counts.length === 0) return '';
  const shows = `It shows ${counted(marks, 'mark')} of ${counted(people, 'person', 'people')}.`;
  return `${shows} ${done} of ${asked.length} said that they are done.`;
}
