import styles from './present.module.css';

/** The screen before anybody differs. */
export function NothingContested() {
  return (
    <>
      <p className={styles.words}>Nothing is contested yet.</p>
      <p className={styles.about}>
        As soon as two people read the same words as different kinds, they appear here by
        themselves. Escape leads back to the reading.
      </p>
    </>
  );
}
