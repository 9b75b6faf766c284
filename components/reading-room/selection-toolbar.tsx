'use client';
import { lazy, type MouseEvent, Suspense, useLayoutEffect, useMemo, useRef } from 'react';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { COMMENT, TAG_COMMANDS } from './commands/mark-commands.ts';
import { OnlyMeItem } from './only-me.tsx';
import { whyNotWrite } from './permissions.ts';
import { placeToolbar } from './place-toolbar.ts';
import { useRoom } from './room.ts';
import { ToolbarItem } from './toolbar-item.tsx';
import { mayMark, myMarksIn, ownMarkHere } from './where-marks-go.ts';
import styles from './selection-toolbar.module.css';

/** Only for who has selected several marks of theirs. */
const BulkOfMine = lazy(async () => ({ default: (await import('./bulk-of-mine.tsx')).BulkOfMine }));

/** A press must not take the selection away; a field is to be typed in. */
const keepSelection = (event: MouseEvent): void => {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
};

/** What the selected words can become; stands beside them, at the bottom on a phone. */
export function SelectionToolbar() {
  const room = useRoom();
  const { page, records, settings, state } = room;
  const passage = useObservable(state.selection);
  const { annotations } = useObservable(records.all);
  const writing = useObservable(state.writing);
  useObservable(settings.onlyMe, false);
  const bar = useRef<HTMLDivElement>(null);
  const shown = passage !== null && writing === null;
  const mine = useMemo(
    () => (passage === null ? [] : myMarksIn(room, annotations, passage)),
    [room, annotations, passage],
  );

  useLayoutEffect(() => {
    const article = state.article.get();
    const element = bar.current;
    if (!shown || element === null || article === null) return undefined;
    placeToolbar(element, article, passage);
    // What is loaded late makes it higher.
    const resized = new ResizeObserver(() => placeToolbar(element, article, passage));
    resized.observe(element);
    return () => resized.disconnect();
  }, [shown, passage, state]);

  if (!shown) return null;
  const own = ownMarkHere(room, passage);
  return (
    <section aria-label="The selected words">
      <div
        ref={bar}
        role="toolbar"
        aria-label="Mark the selected words"
        className={styles.toolbar}
        onMouseDown={keepSelection}
      >
        {mayMark(room) ? (
          <>
            {TAG_COMMANDS.map((command) => (
              <ToolbarItem
                key={command.id}
                command={command}
                name={command.tag.name}
                title={command.tag.meaning}
                pressed={own?.tag === command.tag.id}
              >
                <TagIcon tag={command.tag} />
              </ToolbarItem>
            ))}
            <ToolbarItem command={COMMENT} name="Comment" />
            <OnlyMeItem />
          </>
        ) : (
          <>
            <p className={styles.why}>{whyNotWrite(page.reading)}</p>
            <OnlyMeItem words="Mark for me alone" />
          </>
        )}
        {mine.length > 1 && (
          <Suspense>
            <BulkOfMine marks={mine} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
