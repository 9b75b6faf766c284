'use client';
import { lazy, Suspense, useDeferredValue } from 'react';
import { BackToText } from '#components/margin/back-to-text.tsx';
import { LaterMargin } from '#components/margin/later-margin.tsx';
import { BlockSummaries } from '#components/reading-room/block-summaries.tsx';
import { useRoom } from '#components/reading-room/room.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useFilter } from './use-filter.ts';
import { useKnownFilter } from './use-known-filter.ts';
import styles from './beside.module.css';

/** Its code comes when somebody looks for something. */
const Panel = lazy(async () => ({ default: (await import('./finding-panel.tsx')).FindingPanel }));

const Insight = lazy(async () => ({
  default: (await import('#components/insights/panel/insight-panel.tsx')).InsightPanel,
}));

/**
 * What stands beside the text: the margin, or in its place what is looked for or what the passage in view adds up to. The landmark with the way back and the paragraphs'
 * summaries is there whatever the margin's form, and without one.
 */
export function Beside() {
  const room = useRoom();
  useFilter(room);
  useKnownFilter(room);
  // Deferred: the margin stays until the panel's code has come.
  const finding = useDeferredValue(useObservable(room.state.finding));
  const insight = useDeferredValue(useObservable(room.state.insight));
  return (
    <Suspense>
      <aside className={styles.annotations} aria-label="Annotations" data-annotations="">
        <BackToText />
        <BlockSummaries />
        {finding === null && !insight && <LaterMargin />}
      </aside>
      {finding !== null && <Panel focus={finding} />}
      {finding === null && insight && <Insight />}
    </Suspense>
  );
}
