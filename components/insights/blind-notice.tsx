import type { ReadingView } from '#lib/protocol/http.ts';
import styles from './lead.module.css';

/** Whether the reader is shown nobody's marks but their own. */
export function isBlindFor({ phase, role }: Pick<ReadingView, 'phase' | 'role'>): boolean {
  return phase === 'blind' && role !== 'instructor';
}

/** Why the figures are of one person. */
export function BlindNotice({ reading }: { reading: ReadingView }) {
  return isBlindFor(reading) ? (
    <p className={styles.figures}>
      This reading is blind: until the reveal you see only your own marks, here too.
    </p>
  ) : null;
}
