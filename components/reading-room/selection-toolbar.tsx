'use client';
import { type MouseEvent, useLayoutEffect, useRef } from 'react';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { COMMENT, TAG_COMMANDS } from './commands/mark-commands.ts';
import { ownMarkOn } from './mark-changes.ts';
import { whyNotWrite } from './permissions.ts';
import { placeToolbar } from './place-toolbar.ts';
import { useRoom } from './room.ts';
import { ToolbarItem } from './toolbar-item.tsx';
import styles from './selection-toolbar.module.css';

/** A press must not take the selection away. */
const keepSelection = (event: MouseEvent): void => event.preventDefault();

/** What the selected words can become; stands beside them, at the bottom on a phone. */
export function SelectionToolbar() {
  const { page, records, state } = useRoom();
  const passage = useObservable(state.selection);
  const marks = useObservable(records.all);
  const writing = useObservable(state.writing);
  const bar = useRef<HTMLDivElement>(null);
  const shown = passage !== null && writing === null;

  useLayoutEffect(() => {
    const article = state.article.get();
    if (shown && bar.current !== null && article !== null)
      placeToolbar(bar.current, article, passage);
  }, [shown, passage, state]);

  if (!shown) return null;
  const whyNot = whyNotWrite(page.reading);
  const own = ownMarkOn(marks, page.user.id, passage);
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Mark the selected words"
      className={styles.toolbar}
      onMouseDown={keepSelection}
    >
      {whyNot !== null && <p className={styles.why}>{whyNot}</p>}
      {whyNot === null && (
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
        </>
      )}
    </div>
  );
}
