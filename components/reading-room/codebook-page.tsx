import { DEFAULT_CODEBOOK } from '#lib/annotation/codebook.ts';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import styles from './codebook-page.module.css';

/** In this order one decides between tags. */
const RULES = [
  'Mark the smallest clause that can stand alone. Leave menus, credits and the like alone.',
  'A future event at its core makes a prediction, hedged, commanded or denied alike.',
  '“Would” about a habit or the past, “might” about a wish, “probably” about the past: no prediction.',
  '“If A, then B” is a prediction when B is an event one could observe, an opinion when B only judges.',
  'A value word that carries the claim makes an opinion; one loaded adverb on a checkable event leaves a fact.',
  '“X said …” is a fact; the quoted clause alone gets the tag of what it asserts, in the voice of X.',
  'Motives and thoughts of others are opinion.',
  'A rhetorical question gets the tag of what it implies; a real question gets none.',
  'Still two readings? Choose one and say so in the comment.',
  'Time is the time of writing. What has happened since changes no tag.',
  'In a quotation, each sentence by what it asserts, voice quoted; the sentence before it is the fact.',
  'A garbled sentence gets the tag of what it evidently asserts; if nothing is evident, none.',
];

/** What the tags mean, and how one decides. */
export function CodebookPage() {
  return (
    <section className={styles.codebook} aria-label="Codebook">
      <p className={styles.lead}>
        A tag says what kind of claim a passage makes, never whether the claim is true.
      </p>
      <dl className={styles.tags}>
        {DEFAULT_CODEBOOK.map((tag) => (
          <div key={tag.id}>
            <dt data-tag={tag.id} className={styles.tag}>
              <TagIcon tag={tag} /> {tag.name}
            </dt>
            <dd>
              {tag.meaning}. <em>{tag.question}</em>
            </dd>
          </div>
        ))}
      </dl>
      <h3 className={styles.heading}>Decide in this order</h3>
      <ol className={styles.rules}>
        {RULES.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
    </section>
  );
}
