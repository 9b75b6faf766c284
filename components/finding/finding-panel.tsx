'use client';
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useMargin } from '#components/margin/use-margin.ts';
import { OpenCardView } from '#components/margin/open-card-view.tsx';
import type { Finding } from '#components/reading-room/room.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { closeFinding } from './choose.ts';
import { FilterChoices } from './filter-choices.tsx';
import { FoundList } from './found-list.tsx';
import { SearchField } from './search-field.tsx';
import styles from './finding-panel.module.css';

/** Search, filter and what fits them, in the margin's place; what is open in the margin stands on top of it. */
export function FindingPanel({ focus }: { focus: Finding }) {
  const room = useRoom();
  const panel = useRef<HTMLElement>(null);
  const { open, marksIn } = useMargin();

  useEffect(() => {
    const from = document.activeElement;
    return () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const first = focus === 'search' ? 'input' : '[data-filter] button';
    panel.current?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
  }, [focus]);

  const leave = (event: KeyboardEvent): void => {
    const inCard = event.target instanceof Element && event.target.closest('[data-card]') !== null;
    if (event.key !== 'Escape' || inCard || event.defaultPrevented) return;
    event.preventDefault();
    closeFinding(room);
  };
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label="Search and filter"
      data-annotations=""
      onKeyDown={leave}
    >
      <div className={styles.inner}>
        <div className={styles.top}>
          <SearchField />
          <button
            type="button"
            className={styles.close}
            aria-label="Close search and filter"
            onClick={() => closeFinding(room)}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </div>
        <FilterChoices />
        {open !== null && (
          <div data-card className={styles.open}>
            <OpenCardView open={open} marksIn={marksIn} />
          </div>
        )}
        <FoundList />
      </div>
    </aside>
  );
}
