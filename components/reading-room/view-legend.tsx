'use client';
import { DEFAULT_CODEBOOK } from '#lib/annotation/codebook.ts';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import type { View } from './views.ts';
import styles from './view-legend.module.css';

/** In the order of the codebook, as highlight-layer.css draws them. */
const PATTERNS = ['plain', 'striped', 'dotted'];

/** What the view shows, in words; by the window's lower edge, where it moves nothing. */
export function ViewLegend({ view }: { view: Exclude<View, 'marks'> }) {
  return (
    <aside className={styles.legend} aria-label="What this view shows">
      {view === 'heat' ? <Heat /> : <Disagreement />}
    </aside>
  );
}

function Heat() {
  return (
    <p>
      The taller and deeper, the more readers marked it. Its pattern is the kind that most chose:
      {DEFAULT_CODEBOOK.map((tag, index) => (
        <span key={tag.id} className={styles.kind}>
          {' '}
          <TagIcon tag={tag} /> {tag.name.toLowerCase()} {PATTERNS[index]}
        </span>
      ))}
    </p>
  );
}

function Disagreement() {
  return (
    <>
      <p>The deeper and closer hatched, the more readers differ on what it is. Bare: they agree.</p>
      <p aria-hidden="true" className={styles.steps}>
        few
        {([1, 2, 3, 4] as const).map((step) => (
          <span key={step} data-paint="disagreement">
            <mark className="mark" data-split={step}>
              {'\u2003'}
            </mark>
          </span>
        ))}
        many
      </p>
    </>
  );
}
