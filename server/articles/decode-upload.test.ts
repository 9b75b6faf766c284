import { describe, expect, it } from 'vitest';
import { decodeUpload } from './decode-upload.ts';

const MEGABYTE = 1_048_576;
const utf8 = (text: string) => new TextEncoder().encode(text);
const problemOf = (bytes: Uint8Array, limit = MEGABYTE) => {
  const result = decodeUpload(bytes, limit);
  return result.ok ? 'none' : result.error;
};

describe('decodeUpload', () => {
  const odd = '\u00a0“é” 👩🏽‍🚀 cafe\u0301 שלום\r\n';

  it('reads UTF-8 with and without byte order mark, changing nothing', () => {
    expect(decodeUpload(utf8(odd), MEGABYTE)).toEqual({ ok: true, value: odd });
    expect(decodeUpload(utf8(`\uFEFF${odd}`), MEGABYTE)).toEqual({ ok: true, value: odd });
  });

  it('reads UTF-16 with a byte order mark in either order', () => {
    const little = new Uint8Array(Buffer.from(`\uFEFF${odd}`, 'utf16le'));
    const big = new Uint8Array(Buffer.from(little).swap16());
    expect(decodeUpload(little, MEGABYTE)).toEqual({ ok: true, value: odd });
    expect(decodeUpload(big, MEGABYTE)).toEqual({ ok: true, value: odd });
  });

  it.each<[string, Uint8Array, string]>([
    ['an empty file', utf8(''), 'it is empty'],
    ['a byte order mark alone', utf8('\uFEFF'), 'it is empty'],
    ['white space', utf8(' \n\u00a0\t'), 'only white space'],
    ['a PDF', utf8('%PDF-1.7 ...'), 'This is a PDF. Copy its text and paste it.'],
    ['a docx', Uint8Array.of(0x50, 0x4b, 3, 4, 20), 'Word'],
    ['an old doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), '.doc'],
    ['an RTF', utf8('{\\rtf1 hello}'), 'RTF'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13), 'picture'],
    ['a gzip', Uint8Array.of(0x1f, 0x8b, 8), 'compressed'],
    ['NUL bytes', utf8('abc\0def'), 'not a text'],
    ['Latin-1', Uint8Array.of(0x63, 0x61, 0x66, 0xe9), 'encoding UTF-8'],
    ['half a UTF-16 character', Uint8Array.of(0xff, 0xfe, 0x3d, 0xd8), 'encoding UTF-8'],
  ])('refuses %s and says what to do', (_, bytes, words) => {
    expect(problemOf(bytes)).toContain(words);
  });

  it('refuses what is too large before it looks inside, naming the limit in MB', () => {
    expect(problemOf(new Uint8Array(3 * MEGABYTE), 2 * MEGABYTE)).toMatch(
      /3 MB, where at most 2 MB/,
    );
    expect(decodeUpload(utf8('a'.repeat(10)), 10).ok).toBe(true);
  });
});
