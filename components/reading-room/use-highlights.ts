import { type RefObject, useEffect, useState } from 'react';
import { createHighlightLayer } from '#lib/client/highlight-layer.ts';
import { figuresInWords } from './figures-in-words.ts';
import { pickedId } from './open-in-margin.ts';
import type { Room } from './room.ts';

/** Draws the marks over the text, live, without React. */
export function useHighlights(
  { page, records, settings, state }: Room,
  ref: RefObject<HTMLElement | null>,
): void {
  const userId = page.user.id;
  // A refresh brings an equal copy of the revision's blocks; the layer must not be made anew for it.
  const [blocks] = useState(page.blocks);

  useEffect(() => {
    const article = ref.current;
    if (article === null) return undefined;
    const layer = createHighlightLayer(article, {
      userId,
      isPrivate: records.isPrivate,
      blocks,
      figuresInWords,
    });
    state.article.set(article);
    state.layer.set(layer);
    const outline = (): void => layer.outline(state.pointed.get() ?? pickedId(state.opened.get()));
    const paint = (): void => layer.setPaint(state.paint.get());
    const whole = (): void => layer.drawWhole(settings.wholeText.get());
    const pending = (): void => {
      const writing = state.writing.get();
      const moved = state.ends.get()?.passage;
      const shown = writing?.kind === 'new' ? writing.passage : moved;
      layer.showPassing('pending', shown === undefined ? [] : [shown]);
    };
    const cursor = (): void => {
      const sentence = state.cursor.get();
      layer.showPassing('cursor', sentence === null ? [] : [sentence]);
    };
    const endings = [
      state.pointed.subscribe(outline),
      state.opened.subscribe(outline),
      state.paint.subscribe(paint),
      settings.wholeText.subscribe(whole),
      state.writing.subscribe(pending),
      state.ends.subscribe(pending),
      state.cursor.subscribe(cursor),
    ];
    paint();
    whole();
    return () => {
      for (const end of endings) end();
      state.layer.set(null);
      layer.destroy();
    };
  }, [ref, state, settings, records, userId, blocks]);

  useEffect(() => {
    const show = (): void => {
      state.layer.get()?.show(records.shown.get().annotations);
    };
    const endings = [records.shown.subscribe(show), state.layer.subscribe(show)];
    show();
    return () => {
      for (const end of endings) end();
    };
  }, [records, state]);
}
