import { startTransition, useEffect, useState } from 'react';
import type { Stretch } from '#lib/client/annotated-blocks.ts';
import { blockElements, startOfBlock } from '#lib/client/dom-offsets.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';

const NOWHERE: Stretch = { start: 0, end: 0 };
/** So much of the text comes near and goes at once, so that scrolling draws the margin anew every few frames only. UTF-16 units. */
const BAND = 1500;

type Side = 'above' | 'near' | 'below';

/** The text within about a screen of the window: what belongs to other words has no element in the margin. */
export function useNearText(): Stretch {
  const article = useObservable(useRoom().state.article);
  const [near, setNear] = useState(NOWHERE);

  useEffect(() => {
    if (article === null) return undefined;
    const bands = bandsOf(blockElements(article));
    const sides = new Map<Element, Side>(bands.map((band) => [band, 'below']));
    // Only the block in which each band begins is watched: what lies between those of two sides is near, however tall it is.
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) sides.set(entry.target, sideOf(entry));
        const next = nearIn(bands, [...sides.values()]);
        // In slices: what is a screen away must not make a frame late.
        startTransition(() =>
          setNear((before) =>
            before.start === next.start && before.end === next.end ? before : next,
          ),
        );
      },
      { rootMargin: '100% 0px' },
    );
    for (const band of bands) observer.observe(band);
    return () => observer.disconnect();
  }, [article]);
  return near;
}

export function isIn({ start, end }: Stretch, offset: number): boolean {
  return offset >= start && offset < end;
}

/** The first block of each. */
function bandsOf(blocks: readonly HTMLElement[]): HTMLElement[] {
  let end = 0;
  return blocks.filter((block) => {
    const begins = startOfBlock(block) >= end;
    if (begins) end = startOfBlock(block) + BAND;
    return begins;
  });
}

function nearIn(bands: readonly HTMLElement[], sides: readonly Side[]): Stretch {
  const first = bands[Math.max(0, sides.lastIndexOf('above'))];
  const behind = bands[sides.indexOf('below')];
  return {
    start: first === undefined ? 0 : startOfBlock(first),
    end: behind === undefined ? Infinity : startOfBlock(behind),
  };
}

function sideOf({ isIntersecting, boundingClientRect }: IntersectionObserverEntry): Side {
  if (isIntersecting) return 'near';
  return boundingClientRect.top < 0 ? 'above' : 'below';
}
