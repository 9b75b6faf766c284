import { fail, ok, type Result } from '#lib/result.ts';

const BINARY =
  'This is not a text: it holds characters that only programs use. Open it in the program it was made with, copy its text and paste it.';
const HAS_WORDS = /\S/u;

/** The text as it is when a person can read it and HTML can carry it; otherwise why not. */
export function readableText(text: string): Result<string> {
  if (!HAS_WORDS.test(text)) {
    return fail(
      text === ''
        ? 'There is no text in this: it is empty.'
        : 'There is no text in this: only white space.',
    );
  }
  if (text.includes('\0')) return fail(BINARY);
  if (!text.isWellFormed()) {
    return fail(
      'Some characters of this text are broken in half (single surrogates). Copy it again from where it came from and paste it.',
    );
  }
  return ok(text);
}

/** Fails when `bytes` is above `limitBytes`, and says how much is allowed. */
export function withinLimit(bytes: number, limitBytes: number): Result<number> {
  if (bytes <= limitBytes) return ok(bytes);
  return fail(
    `This is too large: ${megabytes(bytes)} MB, where at most ${megabytes(limitBytes)} MB can be imported. Import a part of it.`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toLocaleString('en', { maximumFractionDigits: 2 });
}
