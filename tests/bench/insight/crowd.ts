import type { Annotation, Assessment } from '#lib/annotation/record.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import { NO_RECORDS } from '#lib/annotation/record-set.ts';
import type { Block } from '#lib/article/document.ts';
import type { InsightOf } from '#lib/insight/reading-insight.ts';
import { seeded } from '#lib/insight/agreement/seeded.ts';

/** A text and what a crowd marked in it, the same every time. */
export interface Crowd {
  of: InsightOf;
  records: Records;
  /** The next mark, one of somebody's who is there. */
  next(): Annotation;
}

const TAGS = ['fact', 'prediction', 'opinion'];
const SENTENCE = 120;
const PER_BLOCK = 5;

/** Each member marks parts of one to three sentences, mostly with the sentence's own tag; every second is done. */
export function crowdOf(members: number, annotations: number, sentences: number): Crowd {
  const random = seeded(members + annotations + sentences);
  const upTo = (most: number): number => Math.floor(random() * most);
  const names = Array.from({ length: members }, (_, at) => `member-${at}`);
  const length = sentences * SENTENCE;
  let made = 0;
  const mark = (): Annotation => {
    const sentence = upTo(sentences);
    const start = sentence * SENTENCE + upTo(20);
    const end = Math.min(length, start + 40 + upTo(2.5 * SENTENCE));
    made += 1;
    const author = names[made % members] ?? 'member-0';
    const tag = random() < 0.7 ? TAGS[sentence % 3] : TAGS[upTo(3)];
    return annotationOf(`${author}/mark-${made}`, author, start, end, tag ?? 'fact');
  };
  const marks = Array.from({ length: annotations }, mark);
  const done = names.filter((_, at) => at % 2 === 0).map((author) => doneOf(author, length));
  return {
    of: { revision: 'revision', blocks: blocksOf(sentences), length, members: names },
    records: {
      ...NO_RECORDS,
      annotations: new Map(marks.map((one) => [one.id, one])),
      assessments: new Map(done.map((one) => [one.id, one])),
    },
    next: mark,
  };
}

function annotationOf(
  id: string,
  author: string,
  start: number,
  end: number,
  tag: string,
): Annotation {
  const target = { revision: 'revision', start, end, exact: 'x', prefix: '', suffix: '' };
  return { id, author, created: '2026-01-01T12:00:00.000Z', target, tag, comment: null };
}

function doneOf(author: string, upTo: number): Assessment {
  const created = '2026-01-02T12:00:00.000Z';
  return {
    id: `${author}/done-0001`,
    author,
    created,
    kind: 'done',
    on: null,
    revision: 'revision',
    upTo,
  };
}

function blocksOf(sentences: number): Block[] {
  const blocks: Block[] = [];
  for (let first = 0; first < sentences; first += PER_BLOCK) {
    const count = Math.min(PER_BLOCK, sentences - first);
    const start = first * SENTENCE;
    blocks.push({
      kind: 'paragraph',
      start,
      end: start + count * SENTENCE,
      sentences: Array.from({ length: count }, (_, at) => [
        start + at * SENTENCE,
        start + (at + 1) * SENTENCE,
      ]),
    });
  }
  return blocks;
}
