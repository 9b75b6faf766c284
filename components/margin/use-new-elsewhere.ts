import { useEffect, useState } from 'react';
import { blockAt } from '#lib/anchor/block-at.ts';
import { blockElements } from '#lib/client/dom-offsets.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { type Room, useRoom } from '#components/reading-room/room.ts';

/** A comment or reply that came while I was here, and where its passage begins (UTF-16). */
export interface Elsewhere {
  key: string;
  annotation: string;
  offset: number;
  block: number;
}

interface Sides {
  above: readonly Elsewhere[];
  below: readonly Elsewhere[];
}

type Side = keyof Sides | 'in view';

/** What came and is not read, by the side of the window at which it is; in the order of the text. */
export function useNewElsewhere(): Sides {
  const room = useRoom();
  const arrived = useObservable(room.unread.arrived);
  const article = useObservable(room.state.article);
  const [sides, setSides] = useState<ReadonlyMap<number, Side>>(new Map());
  const found = arrivedIn(room, arrived);
  const blocks = [...new Set(found.map(({ block }) => block))].join(' ');

  useEffect(() => {
    if (article === null || blocks === '') return undefined;
    const elements = blockElements(article);
    const indexes = new Map(
      blocks.split(' ').map((index) => [elements[Number(index)] ?? null, Number(index)]),
    );
    // Only the few blocks in which something came are watched: where one leaves the window says at which side it is.
    const observer = new IntersectionObserver((entries) =>
      setSides((before) => {
        const after = new Map(before);
        for (const entry of entries)
          after.set(indexes.get(entry.target as HTMLElement) ?? -1, sideOf(entry));
        return after;
      }),
    );
    for (const element of indexes.keys()) if (element !== null) observer.observe(element);
    return () => observer.disconnect();
  }, [article, blocks]);

  const at = (side: Side): readonly Elsewhere[] =>
    found.filter(({ block }) => sides.get(block) === side);
  return { above: at('above'), below: at('below') };
}

function arrivedIn({ page, records }: Room, arrived: ReadonlySet<string>): Elsewhere[] {
  const { annotations, replies } = records.shown.get();
  return [...arrived]
    .flatMap((key) => {
      const annotation = annotations.get(replies.get(key)?.annotation ?? key);
      if (annotation === undefined) return [];
      const offset = annotation.target.start;
      const block = blockAt(page.blocks, offset)?.index ?? 0;
      return [{ key, annotation: annotation.id, offset, block }];
    })
    .sort((a, b) => a.offset - b.offset);
}

function sideOf({ isIntersecting, boundingClientRect }: IntersectionObserverEntry): Side {
  if (isIntersecting) return 'in view';
  return boundingClientRect.top < 0 ? 'above' : 'below';
}
