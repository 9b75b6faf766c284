import { seeded } from '#server/demo/seeded.ts';

/** A stretch that somebody marks. UTF-16 offsets, half-open. */
export interface GeneratedMark {
  id: string;
  start: number;
  end: number;
  tag: 'fact' | 'prediction' | 'opinion';
  /** Who of the members. */
  member: number;
  comment: string | null;
}

export const MEMBERS = 40;
const TAGS = ['fact', 'prediction', 'opinion'] as const;
const COMMENTED = 0.1;
const WORDS =
  'the river rose over night and ferry did not leave harbour while towns upstream kept arguing about locks that would have to close before winter if council agreed on a measure nobody wanted to pay for'.split(
    ' ',
  );

/** Paragraphs of 40 to 120 words, the same every time. */
export function generatedParagraphs(words: number): string[] {
  const random = seeded(words);
  const paragraphs: string[] = [];
  for (let left = words; left > 0;) {
    const count = Math.min(left, 40 + Math.floor(random() * 80));
    const chosen = Array.from(
      { length: count },
      () => WORDS[Math.floor(random() * WORDS.length)] ?? 'the',
    );
    paragraphs.push(sentencesOf(chosen));
    left -= count;
  }
  return paragraphs;
}

function sentencesOf(words: readonly string[]): string {
  return words
    .map((word, index) => {
      const begins = index % 14 === 0;
      const ends = index % 14 === 13 || index === words.length - 1;
      const shown = begins ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      return ends ? `${shown}.` : shown;
    })
    .join(' ');
}

/** Overlapping marks of 10 to 200 characters anywhere in the text; every tenth has words. */
export function generatedMarks(text: string, count: number): GeneratedMark[] {
  const random = seeded(count);
  return Array.from({ length: count }, (_, index) => {
    const length = 10 + Math.floor(random() * 190);
    const start = notAtBreak(text, Math.floor(random() * (text.length - length)));
    return {
      id: `mark-${index}`,
      start,
      end: start + length,
      tag: TAGS[Math.floor(random() * TAGS.length)] ?? 'fact',
      member: index % MEMBERS,
      comment: random() < COMMENTED ? `Which record would settle this? ${index}` : null,
    };
  });
}

function notAtBreak(text: string, offset: number): number {
  return text[offset] === '\n' ? offset + 1 : offset;
}
