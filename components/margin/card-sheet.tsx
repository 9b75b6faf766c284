'use client';
import { useRef } from 'react';
import { closeInMargin } from '#components/reading-room/open-in-margin.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { OpenCardView } from './open-card-view.tsx';
import { Sheet } from './sheet.tsx';
import type { MarginContent } from './use-margin.ts';
import { usePassageAboveSheet } from './use-passage-above-sheet.ts';

/** The open card in a sheet. */
export function CardSheet({ content }: { content: MarginContent }) {
  const { open } = content;
  const room = useRoom();
  const sheet = useRef<HTMLDialogElement>(null);
  usePassageAboveSheet(sheet, open);
  return (
    <Sheet
      sheet={sheet}
      label="Open in the margin"
      isOpen={open !== null}
      onClose={() => closeInMargin(room)}
    >
      {open !== null && <OpenCardView open={open} marksIn={content.marksIn} />}
    </Sheet>
  );
}
