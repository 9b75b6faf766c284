import { fail, ok, type Result } from '#lib/result.ts';
import { readableText, withinLimit } from './readable-text.ts';

interface Format {
  begins: readonly number[];
  problem: string;
}

const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0));
const pasteIt = 'Open it, copy its text and paste it.';
const picture = 'This is a picture. Postil reads text only: type or paste the text.';

/** First bytes of formats that people take for text files. */
const FORMATS: readonly Format[] = [
  { begins: ascii('%PDF'), problem: 'This is a PDF. Copy its text and paste it.' },
  {
    begins: ascii('PK\u0003\u0004'),
    problem: `This is a Word or OpenDocument file, or a zip archive. ${pasteIt}`,
  },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], problem: `This is an old Word file (.doc). ${pasteIt}` },
  { begins: ascii('{\\rtf'), problem: `This is a rich text file (RTF). ${pasteIt}` },
  {
    begins: [0x1f, 0x8b],
    problem: 'This is a compressed file. Unpack it and choose the text inside.',
  },
  { begins: [0x89, ...ascii('PNG')], problem: picture },
  { begins: [0xff, 0xd8, 0xff], problem: picture },
  { begins: ascii('GIF8'), problem: picture },
];

const NOT_UTF8 =
  'This text is not in UTF-8, so its letters cannot be told for certain. Open it in an editor, choose "Save as", pick the encoding UTF-8, and import that file; or paste the text.';

/**
 * The text of an uploaded file: UTF-8 with or without byte order mark, or UTF-16 with one.
 * Fails, in words a person can act on, when it is above `limitBytes`, empty, blank, another
 * format, binary or in another encoding.
 */
export function decodeUpload(bytes: Uint8Array, limitBytes: number): Result<string> {
  const size = withinLimit(bytes.byteLength, limitBytes);
  if (!size.ok) return size;
  const format = FORMATS.find(({ begins }) => startsWith(bytes, begins));
  if (format) return fail(format.problem);
  const text = decoded(bytes, encodingOf(bytes));
  return text.ok ? readableText(text.value) : text;
}

function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
}

function decoded(bytes: Uint8Array, encoding: string): Result<string> {
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return fail(NOT_UTF8);
  }
}

function startsWith(bytes: Uint8Array, begins: readonly number[]): boolean {
  return begins.every((byte, index) => bytes[index] === byte);
}
