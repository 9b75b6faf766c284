import { createElement, useId } from 'react';
import type { Drawing, Look } from './drawing.ts';
import styles from './drawn.module.css';

/** A drawing on the page, of the theme's colours. For the eye: whoever shows it says the same in words or a table. */
export function Drawn({ drawing: { width, height, shapes } }: { drawing: Drawing }) {
  const id = useId();
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.drawn} aria-hidden="true">
      <Patterns id={id} />
      {shapes.map(({ name, look, at, words, anchor }, index) =>
        createElement(
          name,
          {
            // oxlint-disable-next-line react/no-array-index-key -- shapes have no name of their own
            key: index,
            ...at,
            'data-look': look,
            textAnchor: anchor,
            fill: isPatterned(look) ? `url(#${id}${look})` : undefined,
          },
          words,
        ),
      )}
    </svg>
  );
}

const isPatterned = (look: Look): boolean => look === 'prediction' || look === 'opinion';

/** Solid, striped and dotted, as the bars are. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}prediction`}
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
        patternTransform="skewX(-25)"
      >
        <rect width="8" height="8" className={styles.prediction} />
        <rect x="5" width="3" height="8" className={styles.gap} />
      </pattern>
      <pattern id={`${id}opinion`} width="6" height="5" patternUnits="userSpaceOnUse">
        <rect width="6" height="5" className={styles.opinion} />
        <circle cx="3" cy="2.5" r="1.3" className={styles.gap} />
      </pattern>
    </defs>
  );
}
