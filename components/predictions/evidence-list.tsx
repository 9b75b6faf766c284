import type { Evidence } from '#lib/insight/predictions/outcomes.ts';
import { safeLink } from './evidence-given.ts';
import styles from './evidence-list.module.css';

/** What an outcome rests on. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Evidence">
      {evidence.map((one, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- they have no other name and do not move
        <li key={at}>
          <EvidenceItem {...one} />
        </li>
      ))}
    </ul>
  );
}

function EvidenceItem({ url, quote, note }: Evidence) {
  const link = safeLink(url);
  return (
    <>
      {link === null ? (
        url
      ) : (
        <a href={link} rel="noreferrer nofollow" target="_blank">
          {link}
        </a>
      )}
      {quote !== undefined && (
        <blockquote className={styles.quote} dir="auto">
          {quote}
        </blockquote>
      )}
      {note !== undefined && (
        <p className={styles.note} dir="auto">
          {note}
        </p>
      )}
    </>
  );
}
