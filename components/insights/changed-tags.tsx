import Link from 'next/link';
import { useState } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import { Time } from '#components/ui/time.tsx';
import type { Block } from '#lib/article/document.ts';
import type { ToldChange } from '#lib/insight/report/told-change.ts';
import type { ChangedTags as Changed, ReadingMember } from '#lib/protocol/http.ts';
import {
  changedTagsTable,
  changesInWords,
  saidInWords,
  tagInWords,
  turnInWords,
} from './changed-tags-words.ts';
import { tagNamed } from './given-tags.ts';
import { type Moment, NOW } from './moment-picker.tsx';
import { placeInWords } from './passage-words.ts';
import { useAsked } from './use-asked.ts';
import { ViewData } from './view-data.tsx';
import styles from './changed-tags.module.css';

interface Props {
  reading: string;
  blocks: readonly Block[];
  members: readonly ReadingMember[];
  before: Moment;
  /** Later than `before`. */
  after: Moment;
}

/** Which tags became others between two moments. Told when it is asked: rows that came by themselves would move those that are read. */
export function ChangedTags({ reading, blocks, members, before, after }: Props) {
  const [looks, setLooks] = useState(0);
  const asked = useAsked(`${before} ${after} ${looks}`, () =>
    askServer<Changed>('GET', addressOf(reading, before, after)),
  );
  const nameOf = (user: string): string =>
    members.find(({ id }) => id === user)?.name ?? 'A former member';
  return (
    <section aria-label="Changed tags" className={styles.changed}>
      <h3>Changed tags</h3>
      <div aria-live="polite">
        {asked === null && <p className={styles.about}>Looking through the log …</p>}
        {asked?.ok === false && <Notice>{asked.error}</Notice>}
        {asked?.ok === true && (
          <p className={styles.about}>
            {changesInWords(asked.value.changes, asked.value.first)} As of{' '}
            <Time iso={asked.value.asOf} withHour />.
          </p>
        )}
      </div>
      {after === NOW && asked !== null && (
        <Button className={styles.again} onClick={() => setLooks(looks + 1)}>
          Look again
        </Button>
      )}
      {asked?.ok === true && asked.value.changes.length > 0 && (
        <>
          <Changes
            key={asked.value.asOf}
            {...{ reading, blocks, nameOf }}
            changes={asked.value.changes}
          />
          <p className={styles.about}>
            “Last said before” is what another had said last on these words and still stood. Whether
            it was read, nobody knows.
          </p>
          <ViewData
            title="Changed tags"
            file="changed-tags"
            table={() => changedTagsTable(asked.value.changes, { nameOf, blocks })}
          />
        </>
      )}
    </section>
  );
}

function addressOf(reading: string, before: Moment, after: Moment): string {
  const between = new URLSearchParams({
    after: before,
    ...(after === NOW ? {} : { until: after }),
  });
  return `/api/readings/${reading}/changed-tags?${between.toString()}`;
}

const SHOWN = 20;

interface ChangesProps {
  reading: string;
  blocks: readonly Block[];
  nameOf: (user: string) => string;
  changes: readonly ToldChange[];
}

/** The newest first. */
function Changes({ changes, ...row }: ChangesProps) {
  const [all, setAll] = useState(false);
  const newest = changes.toReversed();
  return (
    <>
      <table className={styles.table} aria-label="Changed tags">
        <thead>
          <tr>
            {['Who', 'Passage', 'Was', 'Is now', 'Last said before'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(all ? newest : newest.slice(0, SHOWN)).map((change) => (
            <Change
              key={`${change.at} ${change.user} ${change.start}-${change.end}`}
              {...row}
              change={change}
            />
          ))}
        </tbody>
      </table>
      {!all && newest.length > SHOWN && (
        <Button className={styles.again} onClick={() => setAll(true)}>
          Show all {newest.length}
        </Button>
      )}
    </>
  );
}

function Change({
  reading,
  blocks,
  nameOf,
  change,
}: Omit<ChangesProps, 'changes'> & { change: ToldChange }) {
  const { at, user, start, end, words, from, to, said } = change;
  return (
    <tr>
      <th scope="row">
        {nameOf(user)}
        <span className={styles.about}>
          <Time iso={at} withHour />
        </span>
      </th>
      <td data-label="Passage">
        <Link href={`/readings/${reading}?at=${start}-${end}`} className={styles.words} dir="auto">
          {words}
        </Link>
        <span className={styles.about}>{placeInWords(start, blocks)}</span>
      </td>
      <td data-label="Was">
        <Tag tag={from} words={tagInWords(from)} />
      </td>
      <td data-label="Is now">
        <Tag tag={to} words={turnInWords({ from, to })} />
      </td>
      <td data-label="Last said before">
        {said === null ? (
          <span className={styles.quiet}>nothing</span>
        ) : (
          <>
            <span dir="auto">{saidInWords(said.words)}</span>
            <span className={styles.about}>{nameOf(said.user)}</span>
          </>
        )}
      </td>
    </tr>
  );
}

function Tag({ tag, words }: { tag: string | null; words: string }) {
  return (
    <span className={styles.tag}>
      {tag !== null && <TagIcon tag={tagNamed(tag)} />} {words}
    </span>
  );
}
