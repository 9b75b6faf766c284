import { type RefObject, useEffect } from 'react';
import { useRoom } from '#components/reading-room/room.ts';
import { useUnreadCount } from './unread-dot.tsx';

/** So long somebody looks before it counts as read. Milliseconds. */
const A_LOOK = 1000;

/**
 * What stood wholly in view, or open, for a second in a visible window is read. `open`: all of it shows, however tall; else only
 * what shows without being cut.
 */
export function useReadWhenSeen(
  ref: RefObject<HTMLElement | null>,
  key: string,
  open: boolean,
): void {
  const { unread } = useRoom();
  const isUnread = useUnreadCount([key]) > 0;

  useEffect(() => {
    const element = ref.current;
    if (!isUnread || element === null) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let isInView = false;
    const read = (): void => {
      if (open || !isCut(element)) unread.read([key]);
    };
    const look = (): void => {
      clearTimeout(waiting);
      const looks = isInView && document.visibilityState === 'visible';
      if (looks) waiting = setTimeout(read, A_LOOK);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        isInView = entries.at(-1)?.isIntersecting === true;
        look();
      },
      { threshold: open ? 0 : 0.99 },
    );
    observer.observe(element);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(waiting);
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [ref, key, open, isUnread, unread]);
}

/** Its words go on below what a closed card shows of them. */
function isCut(element: HTMLElement): boolean {
  const words = element.querySelector<HTMLElement>('[data-clamped]');
  return words !== null && words.scrollHeight > words.clientHeight + 1;
}
