import type { Annotation, Assessment } from '../../annotation/record.ts';
import type { Block } from '../../article/document.ts';
import type { LoggedOfMap } from './logged.ts';
import type { PredictedReading } from './predictions-of.ts';

/** Records for the tests of the ledger, over a text of numbered sentences. */
const SENTENCES = Array.from(
  { length: 20 },
  (_, at) => `Event ${String(at).padStart(2, '0')} will come.`,
);
export const LEDGER_TEXT = SENTENCES.join(' ');
const LENGTH = 'Event 00 will come.'.length;

/** Where a sentence stands. */
export function sentenceRange(at: number): { start: number; end: number } {
  const start = at * (LENGTH + 1);
  return { start, end: start + LENGTH };
}

const BLOCKS: Block[] = [
  {
    start: 0,
    end: LEDGER_TEXT.length,
    kind: 'paragraph',
    sentences: SENTENCES.map((_, at) => {
      const { start, end } = sentenceRange(at);
      return [start, end];
    }),
  },
];

/** A log that grows by a minute with each record. */
export class FixtureLog {
  readonly entries: LoggedOfMap[] = [];
  #next = 0;

  mark(user: string, at: number, more: Partial<Annotation> = {}): string {
    return this.markRange(user, sentenceRange(at), more);
  }

  markRange(
    user: string,
    { start, end }: { start: number; end: number },
    more: Partial<Annotation> = {},
  ): string {
    const exact = LEDGER_TEXT.slice(start, end);
    const target = { revision: 'r', start, end, exact, prefix: '', suffix: '' };
    const prediction = { by: '2022' };
    const annotation = { target, tag: 'prediction', comment: null, prediction, ...more };
    return this.#add('annotations', user, (begun) => ({ ...begun, ...annotation }));
  }

  sounds(user: string, on: string, step: 1 | 2 | 3 | 4 | 5): string {
    return this.#add('assessments', user, (begun) => ({ ...begun, kind: 'sounds', on, step }));
  }

  forecast(user: string, on: string, percent: number): string {
    return this.#add('assessments', user, (begun) => ({ ...begun, kind: 'forecast', on, percent }));
  }

  outcome(user: string, on: string, result: ResultName): string {
    return this.#add('assessments', user, (begun) => ({ ...begun, kind: 'outcome', on, result }));
  }

  signoff(user: string, on: string, agree = true): string {
    return this.#add('assessments', user, (begun) => ({ ...begun, kind: 'signoff', on, agree }));
  }

  /** As if written again, now. */
  touch(key: string): void {
    const at = this.entries.findIndex(({ record }) => record.id === key);
    const [entry] = this.entries.splice(at, 1);
    if (entry === undefined) throw new Error(`no ${key}`);
    this.entries.push({ ...entry, logged: this.#now() });
  }

  drop(key: string): void {
    this.entries.splice(
      this.entries.findIndex(({ record }) => record.id === key),
      1,
    );
  }

  reading(more: Partial<PredictedReading> = {}): PredictedReading {
    const article = { id: 'article', title: 'Events', written: 'January 2022' };
    return {
      id: 'one',
      article,
      text: LEDGER_TEXT,
      blocks: BLOCKS,
      records: this.entries,
      ...more,
    };
  }

  #now(): string {
    this.#next += 1;
    return new Date(Date.UTC(2026, 0, 1, 12, this.#next)).toISOString();
  }

  #add(
    map: 'annotations' | 'assessments',
    user: string,
    recordOf: (begun: { id: string; author: string; created: string }) => Annotation | Assessment,
  ): string {
    const logged = this.#now();
    const id = `${user}/record-${String(this.#next).padStart(6, '0')}`;
    this.entries.push({ map, logged, record: recordOf({ id, author: user, created: logged }) });
    return id;
  }
}

type ResultName = 'open' | 'true' | 'false' | 'partly' | 'void' | 'ambiguous';
