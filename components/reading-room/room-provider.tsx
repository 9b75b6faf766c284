'use client';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { openDrafts } from '#lib/client/drafts.ts';
import type { ReadingSession } from '#lib/client/reading-session.ts';
import type { ReadingPage } from '#lib/protocol/http.ts';
import { IDLE_SESSION } from './idle-session.ts';
import { RoomContext, newRoomState } from './room.ts';

/** Opens the reading's session for as long as the room is shown. */
export function RoomProvider({ page, children }: { page: ReadingPage; children: ReactNode }) {
  const [state] = useState(newRoomState);
  const [session, setSession] = useState(IDLE_SESSION);
  const { id: reading, place, phase, role } = page.reading;
  const { id, name } = page.user;

  // Another phase or role ends the session (4409): the page comes anew with it, and so does the session.
  const standing = useMemo(
    () => ({ reading, place, phase, role, user: { id, name } }),
    [reading, place, phase, role, id, name],
  );

  useEffect(() => {
    let opened: ReadingSession | null = null;
    let left = false;
    // Loaded here, not imported: the server that renders this page must not load Yjs a second time.
    void import('#lib/client/reading-session.ts').then(({ openReadingSession }) => {
      if (left) return;
      opened = openReadingSession(standing);
      setSession(opened);
    });
    return () => {
      left = true;
      opened?.close();
    };
  }, [standing]);

  const drafts = useMemo(() => openDrafts({ user: id, reading }), [id, reading]);
  const room = useMemo(() => ({ page, session, state, drafts }), [page, session, state, drafts]);
  return <RoomContext value={room}>{children}</RoomContext>;
}
