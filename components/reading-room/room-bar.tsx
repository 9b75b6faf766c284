'use client';
import { ChartNoAxesColumn } from 'lucide-react';
import { FindButton } from '#components/finding/find-button.tsx';
import { PeopleButton } from '#components/finding/people-button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { TopBar } from '#components/ui/top-bar.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { OnlyMeChip } from './only-me.tsx';
import { PeopleHere } from './people-here.tsx';
import { RoomMenu } from './room-menu.tsx';
import { SavedChip } from './saved-chip.tsx';
import { UnreadChip } from './unread-chip.tsx';
import { ViewSwitch } from './view-switch.tsx';
import { useRoom } from './room.ts';
import styles from './room-bar.module.css';

export function RoomBar() {
  const { page, state } = useRoom();
  const titleSeen = useObservable(state.titleSeen);
  const { id, article } = page.reading;
  return (
    <TopBar
      back={{ href: '/', label: <span className={styles.back}>Library</span> }}
      title={
        <span className={styles.title} aria-hidden={titleSeen}>
          {article.title}
        </span>
      }
    >
      {/* What comes and grows stands first, so that no button moves. */}
      <OnlyMeChip />
      <PeopleHere />
      <UnreadChip />
      <SavedChip />
      <ViewSwitch />
      <LinkButton
        kind="quiet"
        href={`/readings/${id}/insight`}
        prefetch={false}
        className={styles.insight}
      >
        <ChartNoAxesColumn size={15} aria-hidden="true" />
        <span>Insight</span>
      </LinkButton>
      <FindButton />
      <PeopleButton />
      <RoomMenu />
    </TopBar>
  );
}
