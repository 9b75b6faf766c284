import { counted } from '#components/ui/counted.ts';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import type { Insight } from '#lib/insight/insight.ts';
import { SideSection } from './side-section.tsx';
import { inHundred } from './lead-words.ts';
import { tagPercents } from './tag-percents.ts';
import styles from './tag-figures.module.css';

interface Props {
  insight: Insight;
  /** Of the article, in UTF-16 units. */
  length: number;
}

/** Each tag's share of all tags, its marks, and how much of the text they cover. */
export function TagFigures({ insight, length }: Props) {
  const figures = new Map(insight.tags.map((figure) => [figure.tag, figure]));
  return (
    <SideSection title="Shares of tags">
      <ul className={styles.tags}>
        {tagPercents(insight).map(({ tag, count, percent }) => {
          const { share = 0, characters = 0 } = figures.get(tag.id) ?? {};
          return (
            <li key={tag.id} data-tag={tag.id}>
              <span className={styles.name}>
                <TagIcon tag={tag} /> {tag.name}
              </span>{' '}
              <b>{percent} %</b>{' '}
              <span className={styles.track} aria-hidden="true">
                <span style={{ width: `${share * 100}%` }} />
              </span>
              <span className={styles.covers}>
                {counted(count, 'mark')} on {inHundred(characters / Math.max(1, length))} % of the
                text
              </span>
            </li>
          );
        })}
      </ul>
    </SideSection>
  );
}
