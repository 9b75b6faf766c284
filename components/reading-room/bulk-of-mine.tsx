'use client';
import { DEFAULT_CODEBOOK } from '#lib/annotation/codebook.ts';
import type { Annotation } from '#lib/annotation/record.ts';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import { labelAll, tagAll, takeAllOff } from './bulk-changes.ts';
import { LabelField } from './label-field.tsx';
import type { MarkChange } from './mark-changes.ts';
import { offerUndo } from './offer-undo.ts';
import { useRoom } from './room.ts';
import { changeMarks } from './write-marks.ts';
import item from './selection-toolbar.module.css';
import styles from './bulk-of-mine.module.css';

/** What can be done with all my marks in the selection at once: one step, which one undo takes back. */
export function BulkOfMine({ marks }: { marks: readonly Annotation[] }) {
  const room = useRoom();
  const here = `Your ${marks.length} marks here`;
  const change = (changes: MarkChange[], words: string): void => {
    changeMarks(room, changes);
    room.state.announced.set(`${here}: ${words}.`);
  };
  return (
    <div role="group" aria-label={here} className={styles.bulk}>
      <span className={styles.what}>{here}</span>
      {DEFAULT_CODEBOOK.map((tag) => (
        <button
          key={tag.id}
          type="button"
          className={item.item}
          aria-label={`All as ${tag.name}`}
          title={`All as ${tag.name}`}
          onClick={() => change(tagAll(marks, tag.id, Date.now()), `now ${tag.name}`)}
        >
          <TagIcon tag={tag} />
        </button>
      ))}
      <LabelField
        className={styles.field}
        name="Label all of them"
        onLabel={(label) => change(labelAll(marks, label, Date.now()), `labelled ${label}`)}
      />
      <button
        type="button"
        className={item.item}
        onClick={() => {
          changeMarks(room, takeAllOff(room.records.all.get(), marks, Date.now()));
          offerUndo(room, `${here}: taken off.`, null);
        }}
      >
        Take off
      </button>
    </div>
  );
}
