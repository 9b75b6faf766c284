import Link from 'next/link';
import { marksInWords } from '#components/insights/marks-in-words.ts';
import { AvatarStack } from '#components/ui/avatar-stack.tsx';
import type { Person } from '#components/ui/avatar.tsx';
import { counted } from '#components/ui/counted.ts';
import { Time } from '#components/ui/time.tsx';
import type { Insight } from '#lib/insight/insight.ts';
import type { ReadingMember, ReadingView } from '#lib/protocol/http.ts';
import type { Presence } from '#lib/protocol/sync.ts';
import styles from './card-foot.module.css';

interface Props {
  reading: ReadingView;
  insight: Insight;
  members: readonly ReadingMember[];
  /** Null until the socket has told: then as the server knew when it rendered. */
  here: readonly Presence[] | null;
  user: { id: string };
}

const PHASE = { open: 'Open', blind: 'Blind', closed: 'Closed' };

/** The phase, the marks, who is here now, and the way to the insight page. */
export function CardFoot({ reading, insight, members, here, user }: Props) {
  const present = peopleHere(members, here).filter(({ id }) => id !== user.id);
  return (
    <div className={styles.foot}>
      <strong>{PHASE[reading.phase]}</strong>
      {reading.due !== null && (
        <span>
          due <Time iso={reading.due} withHour />
        </span>
      )}
      <span>{marksOf(reading, insight)}</span>
      {present.length > 0 && (
        <span className={styles.here}>
          <AvatarStack people={present} label="Here now" size={24} /> here now
        </span>
      )}
      {insight.annotations > 0 && (
        <Link href={`/readings/${reading.id}/insight`} className={styles.insight}>
          Insight
        </Link>
      )}
    </div>
  );
}

/** Names from the list of members, where equal names are told apart. */
function peopleHere(members: readonly ReadingMember[], here: readonly Presence[] | null): Person[] {
  if (here === null) return members.filter((member) => member.here);
  const ids = new Set(here.map(({ user }) => user.id));
  return members.filter(({ id }) => ids.has(id));
}

function marksOf({ phase, place }: ReadingView, insight: Insight): string {
  const { annotations } = insight;
  if (phase === 'blind' && place !== 'shared') return `you have ${counted(annotations, 'mark')}`;
  if (annotations === 0) return 'nobody has marked anything yet';
  return marksInWords(insight);
}
