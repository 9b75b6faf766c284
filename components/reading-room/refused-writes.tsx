'use client';
import { Button } from '#components/ui/button.tsx';
import { copyText } from '#components/ui/copy-text.ts';
import { Notice } from '#components/ui/notice.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { recordFits } from './record-fits.ts';
import type { PlacedRefusal } from './room-records.ts';
import { wordsOfRecord } from './words-of-record.ts';
import { useRoom } from './room.ts';
import styles from './refused-writes.module.css';

/** What the server would not take: why, the words themselves, and what can be done with them. */
export function RefusedWrites() {
  const { records } = useRoom();
  const refused = useObservable(records.refused);
  if (refused.length === 0) return null;
  return (
    <section className={styles.refused} aria-label="Not taken by the server">
      {refused.map((write) => (
        <RefusedOne key={`${write.place} ${write.map} ${write.key}`} write={write} />
      ))}
    </section>
  );
}

function RefusedOne({ write }: { write: PlacedRefusal }) {
  const { sessions, history, state } = useRoom();
  const { place, map, key, value } = write;
  const words = write.value === null ? '' : wordsOfRecord(write.value);

  async function copy(): Promise<void> {
    const copied = await copyText(words);
    state.announced.set(
      copied ? 'Copied.' : 'Your browser does not let us copy; select the words.',
    );
  }

  return (
    <Notice kind="error">
      <p className={styles.why}>
        {write.value === null ? 'A deletion was not taken.' : 'This was not taken.'} {write.title}
      </p>
      {words !== '' && <blockquote className={styles.words}>{excerptOf(words)}</blockquote>}
      <div className={styles.actions}>
        {words !== '' && <Button onClick={() => void copy()}>Copy</Button>}
        {mayPass(write) && (
          <Button onClick={() => history.perform([{ place, map, key, value }])}>Send again</Button>
        )}
        <Button kind="quiet" onClick={() => sessions.get()[place].dismissRefused(key)}>
          Let go
        </Button>
      </div>
    </Notice>
  );
}

/** The box is read aloud as a whole, so it holds no more than tells which words they are; Copy takes all. */
const EXCERPT = 300;

function excerptOf(words: string): string {
  return words.length <= EXCERPT ? words : `${words.slice(0, EXCERPT - 2).trimEnd()} …`;
}

function mayPass({ value }: PlacedRefusal): boolean {
  return value === null || recordFits(value);
}
