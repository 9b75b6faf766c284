'use client';
import { Check } from 'lucide-react';
import { useMemo } from 'react';
import type { Annotation } from '#lib/annotation/record.ts';
import { counts } from '#lib/insight/insight-of.ts';
import type { Whose } from '#lib/insight/filter.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import { counted } from '#components/ui/counted.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { choose, isShownAlone, showAlone } from './choose.ts';
import styles from './people-list.module.css';

const WHOSE: readonly { show: Whose; words: string }[] = [
  { show: 'everyone', words: 'Everyone' },
  { show: 'mine', words: 'Mine' },
  { show: 'none', words: 'None' },
];

/** Everybody in the group: who is here, who is done, how much each has marked; a name shows its marks alone. */
export function PeopleList() {
  const room = useRoom();
  const { page, records, session, state } = room;
  const { show } = useObservable(state.find);
  const asked = useObservable(state.members);
  const heard = new Set(useObservable(session.presence).map(({ user }) => user.id));
  const { annotations, assessments } = useObservable(records.work);
  const marks = useMemo(() => marksByAuthor(annotations), [annotations]);
  const said = new Set(
    [...assessments.values()].flatMap(({ kind, author }) => (kind === 'done' ? author : [])),
  );
  return (
    <>
      <div className={styles.whose} role="group" aria-label="Whose marks are shown">
        {WHOSE.map(({ show: whose, words }) => (
          <button
            key={words}
            type="button"
            aria-pressed={show === whose}
            onClick={() => choose(room, { show: whose })}
          >
            {words}
          </button>
        ))}
      </div>
      <ul className={styles.people}>
        {(asked ?? page.members).map(({ id, name, here, done }) => {
          const isHere = asked === null ? heard.has(id) || id === page.user.id : here;
          const isDone = asked === null ? said.has(id) : done;
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.person}
                aria-pressed={isShownAlone(show, id, page.user.id)}
                onClick={() => showAlone(room, id)}
              >
                <Avatar person={{ id, name }} size={24} decorative />
                <span className={styles.name}>
                  {name}
                  {id === page.user.id && ' (you)'}
                </span>
                <small>
                  {isDone && (
                    <>
                      <Check size={12} aria-hidden="true" /> done{' · '}
                    </>
                  )}
                  {isHere && 'here'}
                  {(marks.get(id) ?? 0) > 0 &&
                    `${isHere ? ' · ' : ''}${counted(marks.get(id) ?? 0, 'mark')}`}
                </small>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function marksByAuthor(annotations: ReadonlyMap<string, Annotation>): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  for (const annotation of annotations.values())
    if (counts(annotation)) marks.set(annotation.author, (marks.get(annotation.author) ?? 0) + 1);
  return marks;
}
