'use client';
import { useRef } from 'react';
import type { Presence } from '#lib/protocol/sync.ts';
import { useColumn } from '#components/margin/use-column.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { Reader } from './reader.tsx';
import { useRoom } from './room.ts';
import styles from './presence-gutter.module.css';

/** The initials of who reads, beside the paragraph they read. */
export function PresenceGutter() {
  const { page, session } = useRoom();
  const others = useObservable(session.presence);
  const column = useRef<HTMLDivElement>(null);
  useColumn(column);
  return (
    <div ref={column} className={styles.gutter} role="group" aria-label="Who reads where">
      {[...readersByBlock(others)].map(([block, readers]) => (
        <ul key={block} data-offset={page.blocks[block]?.start ?? 0} className={styles.readers}>
          {readers.map((presence) => (
            <li key={presence.user.id}>
              <Reader presence={presence} />
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}

function readersByBlock(others: readonly Presence[]): Map<number, Presence[]> {
  const placed = others.filter(({ block }) => block !== undefined);
  const sorted = placed.toSorted((a, b) => (a.block ?? 0) - (b.block ?? 0));
  return Map.groupBy(sorted, ({ block }) => block ?? 0);
}
