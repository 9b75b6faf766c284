import { z } from 'zod';

/** What turns the direction of all that follows it on the page: U+202A to U+202E, U+2066 to U+2069. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu;
/** What shows nothing by itself: accents without a letter, joiners, fillers. */
const UNSEEN = /[\p{Mark}\p{Default_Ignorable_Code_Point}\p{Separator}]/gu;

/** A name of a person, a group or an article: one line that can be seen and leaves the words around it alone. */
export function nameSchema(missing: string, longest: number, tooLong: string): z.ZodType<string> {
  return z
    .string()
    .transform(asOneLine)
    .pipe(
      z
        .string()
        .refine((name) => name.replaceAll(UNSEEN, '') !== '', missing)
        .max(longest, tooLong),
    );
}

/** Half surrogate pairs, which no file and no database takes as they are, go too. */
function asOneLine(typed: string): string {
  const words = typed.replaceAll(/[\s\p{Control}]+/gu, ' ');
  return words
    .replaceAll(TURNS, '')
    .replaceAll(/\p{Surrogate}/gu, '')
    .normalize('NFC')
    .trim();
}
