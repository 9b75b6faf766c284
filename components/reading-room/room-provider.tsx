'use client';
import { type ReactNode, startTransition, useCallback, useEffect, useMemo, useState } from 'react';
import { openDrafts } from '#lib/client/drafts.ts';
import type { Observable } from '#lib/client/observable.ts';
import type { ReadingSession } from '#lib/client/reading-session.ts';
import type { ReadingPage } from '#lib/protocol/http.ts';
import { newRoom } from './new-room.ts';
import { RoomContext } from './room.ts';
import type { RoomSessions } from './room-records.ts';
import { useMove } from './use-move.ts';
import { useStanding } from './use-standing.ts';

/** Opens the reading's places for as long as the room is shown. What only this window knows outlasts a move to another place. */
export function RoomProvider({ page, children }: { page: ReadingPage; children: ReactNode }) {
  const { id: reading, place, phase, role } = page.reading;
  const { id, name } = page.user;
  const [parts] = useState(() => newRoom(id, instructorsOf(page)));
  const [opening, setOpening] = useState(0);
  const { sessions, open: openSessions } = parts;
  const session = useSessionOf(sessions);
  useMove(
    session,
    page.reading,
    useCallback(() => setOpening((times) => times + 1), []),
  );
  useStanding(parts.records, page.reading);

  // Another phase or role ends the session (4409): the page comes anew with it, and so do the sessions.
  const standing = useMemo(
    () => ({ reading, place, phase, role, opening, user: { id, name } }),
    [reading, place, phase, role, opening, id, name],
  );

  useEffect(() => {
    let opened: RoomSessions | null = null;
    let left = false;
    // Loaded here, not imported: the server that renders this page must not load Yjs a second time.
    void import('#lib/client/reading-session.ts').then(({ openReadingSession }) => {
      if (left) return;
      const { user } = standing;
      const before = sessions.get();
      const open = (name: keyof RoomSessions, at: string, onlooker?: true) =>
        openReadingSession({
          reading: standing.reading,
          place: at,
          user,
          shownBefore: before[name].records.get(),
          ...(onlooker && { onlooker }),
        });
      opened = {
        work: open('work', standing.place),
        private: open('private', `private/${user.id}`, true),
      };
      openSessions(opened);
    });
    return () => {
      left = true;
      opened?.work.close();
      opened?.private.close();
    };
  }, [standing, sessions, openSessions]);

  const drafts = useMemo(() => openDrafts({ user: id, reading }), [id, reading]);
  const room = useMemo(() => ({ ...parts, page, session, drafts }), [parts, page, session, drafts]);
  return <RoomContext value={room}>{children}</RoomContext>;
}

/** The session of my work. In slices, as the whole room is drawn anew for another one. */
function useSessionOf(sessions: Observable<RoomSessions>): ReadingSession {
  const [session, setSession] = useState(sessions.get().work);
  useEffect(() => {
    const follow = (): void => startTransition(() => setSession(sessions.get().work));
    follow();
    return sessions.subscribe(follow);
  }, [sessions]);
  return session;
}

function instructorsOf({ members }: ReadingPage): ReadonlySet<string> {
  return new Set(members.filter(({ role }) => role === 'instructor').map(({ id }) => id));
}
