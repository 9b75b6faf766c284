'use client';
import { useSyncExternalStore } from 'react';
import type { Reaction } from '#lib/annotation/record.ts';
import { mayWrite } from '#components/reading-room/permissions.ts';
import { react } from '#components/reading-room/write-talk.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { nameOf } from './people.ts';
import { reactionsOn } from './reactions-on.ts';
import { useHeld } from './use-held.ts';
import actions from './quiet-actions.module.css';
import styles from './reactions-line.module.css';

const KINDS = [
  { kind: 'agree', name: 'Agree' },
  { kind: 'disagree', name: 'Disagree' },
  { kind: 'question', name: 'Question' },
] as const satisfies { kind: Reaction['kind']; name: string }[];

interface Props {
  /** Key of the comment or reply. */
  on: string;
  /** Whose words they are: nobody reacts to their own. */
  author: string;
  /** Without, only what was said shows. */
  open: boolean;
}

/** `Agree 4 · Question`: what others think of a comment in one word; names on hover, mine pressed. */
export function ReactionsLine({ on, author, open }: Props) {
  const { page, records } = useRoom();
  const read = (): readonly Reaction[] => reactionsOn(records.shown.get().reactions, on);
  const now = useSyncExternalStore(records.shown.subscribe, read, read);
  const isMine = (one: Reaction): boolean => one.author === page.user.id;
  const others = useHeld(now).filter((one) => !isMine(one));
  const reactions = [...others, ...now.filter(isMine)];
  const mayReact = open && author !== page.user.id && mayWrite(page.reading);
  return KINDS.map(({ kind, name }) => {
    const people = reactions.filter((one) => one.kind === kind).map((one) => one.author);
    if (people.length === 0 && !mayReact) return null;
    return <OneKind key={kind} of={{ on, kind, name, people, mayReact }} />;
  });
}

interface OneKindProps {
  of: { on: string; kind: Reaction['kind']; name: string; people: string[]; mayReact: boolean };
}

function OneKind({ of: { on, kind, name, people, mayReact } }: OneKindProps) {
  const room = useRoom();
  const names = people.map((id) => nameOf(room.page, id)).join(', ');
  const words = (
    <>
      {name}
      {people.length > 0 && <span className={styles.count}> {people.length}</span>}
    </>
  );
  if (!mayReact)
    return (
      <span className={styles.said} title={names}>
        {words}
      </span>
    );
  return (
    <button
      type="button"
      className={`${actions.action} ${styles.reaction}`}
      aria-pressed={people.includes(room.page.user.id)}
      title={names === '' ? undefined : names}
      onClick={() => react(room, on, kind)}
    >
      {words}
    </button>
  );
}
