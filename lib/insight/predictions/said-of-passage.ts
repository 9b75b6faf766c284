import type { Annotation, Voice } from '../../annotation/record.ts';
import type { Block } from '../../article/document.ts';
import { latestDay } from './latest-day.ts';
import { compared, type Logged } from './logged.ts';

type Mark = Logged<Annotation>;

/** Whose claim a prediction is. `who` where it is named. */
export interface Speaker {
  voice: 'author' | 'quoted';
  who: string | null;
}

/** The voice that most members gave; on a tie that of the earliest mark (PR4). `marks` in the order of the log. */
export function speakerOf(marks: readonly Mark[], block: Block | undefined): Speaker {
  const speakers = marks.map(({ record }) => ({
    user: record.author,
    value: asSpeaker(record.voice ?? voiceOf(block)),
  }));
  return (
    mostSaid(speakers, ({ voice, who }) => `${voice} ${who}`) ?? { voice: 'author', who: null }
  );
}

/** What members wrote under "by when", each wording once, and the day that most of them mean, then the latest (PR5). */
export function byWhen(marks: readonly Mark[]): { words: string[]; due: string | null } {
  const written = wordsOf(marks, ({ prediction }) => prediction?.by);
  const days = written
    .flatMap(({ user, value }) => {
      const day = latestDay(value);
      return day === null ? [] : [{ user, value: day }];
    })
    .toSorted((a, b) => compared(b.value, a.value));
  return { words: distinct(written), due: mostSaid(days, (day) => day) };
}

/** What members wrote under "judged by", each wording once. */
export function judgedBy(marks: readonly Mark[]): string[] {
  return distinct(wordsOf(marks, ({ prediction }) => prediction?.judgedBy));
}

interface Said<T> {
  user: string;
  value: T;
}

/** What most members said; of what as many said, the first in the list. Null when nobody said anything. */
function mostSaid<T>(said: readonly Said<T>[], nameOf: (value: T) => string): T | null {
  let most: { members: number; value: T } | null = null;
  for (const alike of Map.groupBy(said, ({ value }) => nameOf(value)).values()) {
    const members = new Set(alike.map(({ user }) => user)).size;
    const [first] = alike;
    if (first !== undefined && members > (most?.members ?? 0))
      most = { members, value: first.value };
  }
  return most?.value ?? null;
}

function wordsOf(
  marks: readonly Mark[],
  read: (mark: Annotation) => string | undefined,
): Said<string>[] {
  return marks.flatMap(({ record }) => {
    const value = read(record)?.trim() ?? '';
    return value === '' ? [] : [{ user: record.author, value }];
  });
}

function distinct(said: readonly Said<string>[]): string[] {
  return [...new Set(said.map(({ value }) => value))];
}

function asSpeaker({ kind, who }: Voice): Speaker {
  return kind === 'author' ? { voice: 'author', who: null } : { voice: 'quoted', who: who ?? null };
}

function voiceOf(block: Block | undefined): Voice {
  if (block?.kind !== 'quotation') return { kind: 'author' };
  return block.source === undefined ? { kind: 'quoted' } : { kind: 'quoted', who: block.source };
}
