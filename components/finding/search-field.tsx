'use client';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';
import { useRoom } from '#components/reading-room/room.ts';
import { showOffset } from '#components/reading-room/scroll-to-passage.ts';
import { fieldCame, fieldWent } from '#components/ui/typed-ahead.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { choose } from './choose.ts';
import { useFoundPlaces } from './use-found-places.ts';
import styles from './search-field.module.css';

/** Words to look for; Enter and Shift+Enter go through the places in the text. */
export function SearchField() {
  const room = useRoom();
  const { words } = useObservable(room.state.find);
  const found = useFoundPlaces(room);
  const [at, setAt] = useState<number | null>(null);
  const [sought, setSought] = useState(words);
  if (sought !== words) {
    setSought(words);
    setAt(null);
  }
  const takeTypedAhead = useEffectEvent(() => {
    const typed = fieldCame('search').words.replaceAll('\n', '');
    if (typed !== '') choose(room, { words: words + typed });
  });
  useEffect(() => {
    takeTypedAhead();
    return () => fieldWent('search');
  }, []);
  const here = at === null ? undefined : found[at];

  useEffect(() => {
    const layer = room.state.layer.get();
    if (here === undefined || layer === null) return undefined;
    layer.showPassing('hover', [here]);
    return () => layer.showPassing('hover', []);
  }, [here, room]);

  const step = (by: 1 | -1): void => {
    if (found.length === 0) return;
    const next = at === null ? (by === 1 ? 0 : found.length - 1) : at + by;
    const wrapped = (next + found.length) % found.length;
    setAt(wrapped);
    showOffset(room, found[wrapped]?.start ?? 0);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  };
  return (
    <div role="search" className={styles.search}>
      <input
        type="search"
        className={styles.field}
        aria-label="Search in text and comments"
        placeholder="Search"
        enterKeyHint="search"
        value={words}
        onChange={({ target }) => choose(room, { words: target.value })}
        onKeyDown={press}
      />
      <span role="status" className={styles.count}>
        {words.trim() !== '' && countWords(at, found.length)}
      </span>
      <button type="button" aria-label="Previous place in the text" onClick={() => step(-1)}>
        <ChevronUp size={16} aria-hidden="true" />
      </button>
      <button type="button" aria-label="Next place in the text" onClick={() => step(1)}>
        <ChevronDown size={16} aria-hidden="true" />
      </button>
    </div>
  );
}

function countWords(at: number | null, count: number): string {
  if (count === 0) return 'not in text';
  return at === null ? `${count} in text` : `${at + 1} of ${count}`;
}
