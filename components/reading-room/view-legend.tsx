'use client';
import { Info, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { DEFAULT_CODEBOOK } from '#lib/annotation/codebook.ts';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from './room.ts';
import type { View } from './views.ts';
import styles from './view-legend.module.css';

/** In the order of the codebook, as highlight-layer.css draws them. */
const PATTERNS = ['plain', 'striped', 'dotted'];

/** What the view shows, in words; by the window's lower edge, where it moves nothing. Put away, it stays so in this window. */
export function ViewLegend({ view }: { view: Exclude<View, 'marks'> }) {
  const { legendAway } = useRoom().state;
  const away = useObservable(legendAway);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || away) return;
    event.preventDefault();
    legendAway.set(true);
  };
  return (
    <aside
      className={styles.legend}
      data-away={away}
      aria-label="What this view shows"
      onKeyDown={leave}
    >
      <button
        type="button"
        className={styles.switch}
        aria-expanded={!away}
        aria-label={away ? 'What do the colours mean?' : 'Put the legend away'}
        onClick={() => legendAway.set(!away)}
      >
        {away ? <Info size={18} aria-hidden="true" /> : <X size={16} aria-hidden="true" />}
      </button>
      <div className={styles.words}>
        <ViewWords view={view} />
      </div>
    </aside>
  );
}

/** How to read the view. */
export function ViewWords({ view }: { view: Exclude<View, 'marks'> }) {
  return view === 'heat' ? <Heat /> : <Disagreement />;
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
