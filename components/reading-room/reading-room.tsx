'use client';
import type { ReadingPage } from '#lib/protocol/http.ts';
import { Announcer } from './announcer.tsx';
import { Article } from './article.tsx';
import { LaterParts } from './later-parts.tsx';
import { Beside } from '#components/finding/beside.tsx';
import { FilterLine } from '#components/finding/filter-line.tsx';
import { BlindPeople } from './blind-people.tsx';
import { ByTouch } from './by-touch.tsx';
import { OverviewStrip } from './overview-strip.tsx';
import { PresenceGutter } from './presence-gutter.tsx';
import { RefusedWrites } from './refused-writes.tsx';
import { RoomBar } from './room-bar.tsx';
import { RoomProvider } from './room-provider.tsx';
import { ShortNotice } from './short-notice.tsx';
import { SelectionToolbar } from './selection-toolbar.tsx';
import { SessionEnded } from './session-ended.tsx';
import styles from './reading-room.module.css';

/** One article, read together: the text in the middle, who reads where at its left, what is said at its right. */
export function ReadingRoom({ page }: { page: ReadingPage }) {
  return (
    <RoomProvider key={`${page.user.id} ${page.reading.id}`} page={page}>
      <RoomBar />
      <SessionEnded />
      <main id="main" tabIndex={-1} className={styles.page}>
        <PresenceGutter />
        <Article key={page.reading.revision} />
        <Beside />
      </main>
      <OverviewStrip />
      <FilterLine />
      <SelectionToolbar />
      <LaterParts />
      <RefusedWrites />
      <BlindPeople />
      <ByTouch />
      <ShortNotice />
      <Announcer />
    </RoomProvider>
  );
}
