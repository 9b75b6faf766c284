'use client';
import { CardColumn } from './card-column.tsx';
import { CardPanel } from './card-panel.tsx';
import { CardSheet } from './card-sheet.tsx';
import { NewElsewhere } from './new-elsewhere.tsx';
import { NotedLines } from './noted-lines.tsx';
import { PillColumn } from './pill-column.tsx';
import { useLayout } from './use-layout.ts';
import { useMargin } from './use-margin.ts';

/** What is said beside the text, in the form that the window has room for. */
export function Margin() {
  const layout = useLayout();
  const content = useMargin();
  if (layout === 'margin') return <CardColumn content={content} />;
  if (layout === 'panel')
    return (
      <>
        <PillColumn content={content} />
        <CardPanel content={content} />
      </>
    );
  return (
    <>
      <NotedLines content={content} />
      <NewElsewhere />
      <CardSheet content={content} />
    </>
  );
}
