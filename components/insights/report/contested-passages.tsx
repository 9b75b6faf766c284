import Link from 'next/link';
import { counted } from '#components/ui/counted.ts';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import type { ContestedPassage, ContestedSide } from '#lib/insight/report/contested-passage.ts';
import type { ReadingReport } from '#lib/insight/report/reading-report.ts';
import { shortQuote } from '#lib/insight/short-quote.ts';
import { TAKEN_BACK } from '../changed-tags-words.ts';
import { tagNamed } from '../given-tags.ts';
import { placeInWords } from '../passage-words.ts';
import { SplitBar } from '../split-bar.tsx';
import { ReportSection } from './report-section.tsx';
import { contestedIntro, MOST_ARGUMENT, nameIn, spokenBy } from './report-words.ts';
import styles from './contested-passages.module.css';

/** The passages on which members differ most, each with its split bar and what was said best for each kind. */
export function ContestedPassages({ report }: { report: ReadingReport }) {
  const { passages } = report.contested;
  return (
    <ReportSection title="Where members differ most">
      <p>{contestedIntro(report)}</p>
      {passages.length > 0 && (
        <ol className={styles.passages}>
          {passages.map((passage) => (
            <Passage key={passage.start} passage={passage} report={report} />
          ))}
        </ol>
      )}
    </ReportSection>
  );
}

function Passage({ passage, report }: { passage: ContestedPassage; report: ReadingReport }) {
  const { start, end, members, words, tags, sides } = passage;
  return (
    <li className={styles.passage}>
      <p className={styles.words} dir="auto">
        <Link href={`/readings/${report.reading.id}?at=${start}-${end}`}>{words}</Link>
      </p>
      <p className={styles.about}>
        {counted(members, 'person', 'people')} marked this · {placeInWords(start, report.blocks)}
      </p>
      <div className={styles.split}>
        <SplitBar counts={tags} />
      </div>
      <ul className={styles.sides}>
        {sides.map((side) => (
          <Side key={side.tag} side={side} report={report} />
        ))}
      </ul>
    </li>
  );
}

function Side({ side: { tag, best }, report }: { side: ContestedSide; report: ReadingReport }) {
  const definition = tagNamed(tag);
  const head = (
    <>
      <TagIcon tag={definition} /> <b>{definition.name}</b>
    </>
  );
  if (best === null)
    return (
      <li>
        {head} <span className={styles.by}>nobody said why</span>
      </li>
    );
  return (
    <li>
      {head} <span className={styles.by}>{spokenBy(nameIn(report, best.user), best)}</span>
      <span className={styles.argument} dir="auto">
        {best.words === null ? TAKEN_BACK : shortQuote(best.words, MOST_ARGUMENT)}
      </span>
    </li>
  );
}
