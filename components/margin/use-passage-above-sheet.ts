import { type RefObject, useEffect, useRef } from 'react';
import { useRoom } from '#components/reading-room/room.ts';
import { bringAbove } from '#components/reading-room/scroll-to-passage.ts';
import { type OpenCard, passageOf } from './margin-content.ts';

/**
 * Brings the passage of what is open above the sheet. When the sheet closes the page goes back to where it was, unless the
 * reader went on meanwhile.
 */
export function usePassageAboveSheet(
  sheet: RefObject<HTMLElement | null>,
  open: OpenCard | null,
): void {
  const room = useRoom();
  const cameFrom = useRef<number | null>(null);
  const { start, end } = open === null ? { start: null, end: null } : passageOf(open);

  useEffect(() => {
    const element = sheet.current;
    if (start === null || end === null || element === null) return undefined;
    const before = window.scrollY;
    if (bringAbove(room, { start, end }, element.offsetHeight)) cameFrom.current ??= before;
    const goOn = ({ target }: Event): void => {
      if (target instanceof Node && !element.contains(target)) cameFrom.current = null;
    };
    document.addEventListener('touchmove', goOn, { passive: true });
    document.addEventListener('wheel', goOn, { passive: true });
    return () => {
      document.removeEventListener('touchmove', goOn);
      document.removeEventListener('wheel', goOn);
    };
  }, [room, sheet, start, end]);

  useEffect(() => {
    if (start !== null || cameFrom.current === null) return;
    window.scrollTo({ top: cameFrom.current, behavior: 'instant' });
    cameFrom.current = null;
  }, [start]);
}
