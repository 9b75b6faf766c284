import { type ReactNode, useState } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import { Notice } from '#components/ui/notice.tsx';
import type { Block } from '#lib/article/document.ts';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import type { ReadingMember, ReadingMoment } from '#lib/protocol/http.ts';
import type { Result } from '#lib/result.ts';
import { ChangedTags } from './changed-tags.tsx';
import { momentFigures } from './moment-figures.ts';
import { MomentPicker, type Moment, BEGINNING, isLater, NOW } from './moment-picker.tsx';
import { useAsked } from './use-asked.ts';
import { ViewData } from './view-data.tsx';
import { WideSection } from './wide-section.tsx';
import styles from './figure-table.module.css';

interface Props {
  reading: string;
  blocks: readonly Block[];
  members: readonly ReadingMember[];
  /** As it stands. */
  now: ReadingInsight;
}

/** Two moments of a reading side by side: its phases, now, or any time. */
export function BeforeAfter(props: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <WideSection title="Before and after" onOpen={() => setOpened(true)}>
      {opened && <Compared {...props} />}
    </WideSection>
  );
}

function Compared({ reading, blocks, members, now }: Props) {
  const moments = useAsked(reading, () =>
    askServer<ReadingMoment[]>('GET', `/api/readings/${reading}/moments`),
  );
  const known = moments?.ok === true ? moments.value : [];
  const [chosen, setChosen] = useState<{ before: Moment | null; after: Moment }>({
    before: null,
    after: NOW,
  });
  const before = chosen.before ?? defaultBefore(known);
  const [then, later] = [useMoment(reading, before, now), useMoment(reading, chosen.after, now)];
  if (moments === null) return <p className={styles.about}>Looking up when its phases were …</p>;
  if (!moments.ok) return <Notice>{moments.error}</Notice>;
  return (
    <>
      <div className={styles.choices}>
        <MomentPicker
          label="Before"
          moments={known}
          value={before}
          onChange={(moment) => setChosen({ ...chosen, before: moment })}
        />
        <MomentPicker
          label="After"
          moments={known}
          value={chosen.after}
          onChange={(moment) => setChosen({ ...chosen, after: moment })}
        />
      </div>
      <div aria-live="polite">
        {whatToChoose(before, chosen.after) ?? (
          <SideBySide then={then} later={later} blocks={blocks} />
        )}
      </div>
      {/* Between a moment and itself nothing can change. */}
      {isLater(chosen.after, before) && (
        <ChangedTags {...{ reading, blocks, members, before }} after={chosen.after} />
      )}
    </>
  );
}

/** What is missing or wrong with the two moments; null when they can be compared. */
function whatToChoose(before: Moment, after: Moment): ReactNode {
  if (before === '' || after === '')
    return <p className={styles.about}>Choose a time that has passed, with its hour.</p>;
  return isLater(before, after) ? (
    <Notice>The first moment is later than the second: swap them.</Notice>
  ) : null;
}

/** The last reveal, else the last close, else the beginning: what most ask about. */
function defaultBefore(moments: readonly ReadingMoment[]): Moment {
  const last =
    moments.findLast(({ what }) => what === 'revealed') ??
    moments.findLast(({ what }) => what === 'closed') ??
    moments[0];
  return last?.at ?? BEGINNING;
}

type Answer = Result<ReadingInsight> | null;

function useMoment(reading: string, moment: Moment, now: ReadingInsight): Answer {
  const asked = useAsked(moment === NOW || moment === '' ? null : moment, () => {
    const at = encodeURIComponent(moment);
    return askServer<ReadingInsight>('GET', `/api/readings/${reading}/insight?at=${at}`);
  });
  return moment === NOW ? { ok: true, value: now } : asked;
}

function SideBySide({
  then,
  later,
  blocks,
}: {
  then: Answer;
  later: Answer;
  blocks: readonly Block[];
}) {
  const failed = [then, later].find((one) => one?.ok === false);
  if (failed?.ok === false) return <Notice>{failed.error}</Notice>;
  if (!then?.ok || !later?.ok) return <p className={styles.about}>Counting …</p>;
  const after = new Map(momentFigures(later.value, blocks));
  const rows = momentFigures(then.value, blocks).map(
    ([name, value]) => [name, value, after.get(name) ?? ''] as const,
  );
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, value, other]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
              <td className={value === other ? undefined : styles.changed}>{other}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ViewData
        title="Before and after"
        file="before-and-after"
        table={() => ({ head: ['figure', 'before', 'after'], rows })}
      />
    </>
  );
}
