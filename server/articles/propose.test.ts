import { beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import { sketch } from '#lib/article/likeness.ts';
import { wordCount } from '#lib/article/word-count.ts';
import { readCatalogue } from './catalogue.ts';
import type { ArticleProposal } from '#lib/article/article-proposal.ts';
import { proposeArticle, type Submission } from './propose.ts';
import { sha256 } from './sha256.ts';

const MEGABYTE = 1_048_576;
const numbers = (from: number, to: number, word: string) =>
  Array.from({ length: to - from }, (_, i) => word + String.fromCodePoint(0x4e00 + from + i)).join(
    ' ',
  );
const TEXT = `A title\n\n${numbers(0, 400, 'a')}.\n\nReuters reports:\n\n${numbers(0, 200, 'b')}.`;

let entry: CatalogueEntry;
beforeAll(async () => {
  const [first] = await readCatalogue(join(import.meta.dirname, '../../public/articles'));
  const kinds: CatalogueEntry['kinds'] = [
    { kind: 'heading', level: 1 },
    { kind: 'paragraph' },
    { kind: 'paragraph' },
    { kind: 'quotation', source: 'A source of the catalogue' },
  ];
  entry = { ...first!, words: wordCount(TEXT), sha256: sha256(TEXT), sketch: sketch(TEXT), kinds };
});

const propose = (submission: Submission) =>
  proposeArticle(submission, { entries: [entry], limitBytes: MEGABYTE });
function proposed(submission: Submission): ArticleProposal {
  const result = propose(submission);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe('proposeArticle', () => {
  it.each<[string, () => Submission]>([
    ['the file', () => ({ bytes: new TextEncoder().encode(TEXT) })],
    [
      'a paste with other line ends',
      () => ({ text: `\r\n${TEXT.replaceAll('\n', '\r\n')}\r\n\r\n`, title: 'Mine' }),
    ],
    [
      'the file in UTF-16',
      () => ({ bytes: new Uint8Array(Buffer.from(`\uFEFF${TEXT}`, 'utf16le')) }),
    ],
  ])('knows %s of the catalogue, with its kinds', (_, submission) => {
    const proposal = proposed(submission());
    expect(proposal).toMatchObject({
      recognised: entry.id,
      title: entry.title,
      sha256: entry.sha256,
    });
    expect(proposal.written).toBe(`${entry.written}, ${entry.writtenEvidence}`);
    expect(proposal.blocks[3]).toMatchObject({
      kind: 'quotation',
      source: 'A source of the catalogue',
    });
    expect(proposal).not.toHaveProperty('looksLike');
  });

  it('says what another copy looks like, and what the catalogue knows of it', () => {
    const proposal = proposed({ text: TEXT.replace('A title', 'Another title') });
    expect(proposal).not.toHaveProperty('recognised');
    expect(proposal.looksLike?.entry).toBe(entry.id);
    expect(proposal.looksLike?.likeness).toBeGreaterThan(0.9);
    expect(proposal).toMatchObject({
      title: entry.title,
      byline: entry.byline,
      source: entry.source,
      written: `${entry.written}, ${entry.writtenEvidence}`,
      note: expect.stringContaining('A further copy'),
    });
    expect(proposal.looksLike).toMatchObject({
      title: entry.title,
      asBrought: { title: 'Another title', source: null, written: null, note: null },
    });
  });

  it('keeps a title that was given with another copy', () => {
    const text = TEXT.replace('A title', 'Another title');
    expect(proposed({ title: 'Ours', text })).toMatchObject({
      title: 'Ours',
      source: entry.source,
    });
  });

  it('counts, hashes and titles a new text', () => {
    const text = 'On bridges\n\nBy Ann Lee\n\nThey fall.';
    expect(proposed({ text })).toEqual({
      title: 'On bridges',
      byline: 'Ann Lee',
      source: null,
      written: null,
      note: null,
      words: 7,
      sha256: sha256(text),
      blocks: [
        { kind: 'heading', level: 1, text: 'On bridges' },
        { kind: 'furniture', text: 'By Ann Lee', why: 'byline' },
        { kind: 'paragraph', text: 'They fall.' },
      ],
    });
  });

  it.each<[string, Submission]>([
    ['Given', { title: ' Given ', text: 'One.\n\nTwo.' }],
    ['Heading', { html: '<title>Page</title><h1>Heading</h1><p>One.' }],
    ['Page', { html: '<title>Page</title><p>One.' }],
    ['Heading', { markdown: '# Heading\n\nOne.' }],
    ['my file', { bytes: new TextEncoder().encode('One.'), name: 'my file.txt' }],
    [
      'one two three four five six seven eight …',
      { text: 'one two three four five six seven eight nine.' },
    ],
  ])('titles %j', (title, submission) => {
    expect(proposed(submission).title).toBe(title);
  });

  it('reads a file by the ending of its name', () => {
    const bytes = new TextEncoder().encode('<h1>T</h1><p>One.</p>');
    expect(proposed({ bytes, name: 'a.HTML' }).blocks.map(({ text }) => text)).toEqual([
      'T',
      'One.',
    ]);
    expect(proposed({ bytes, name: 'a.txt' }).blocks).toHaveLength(1);
  });

  it.each<[string, Submission, string]>([
    ['a blank text', { text: ' \n' }, 'only white space'],
    ['a page without text', { html: '<script>x</script>' }, 'shows no text'],
    ['half a character', { text: 'a \ud800 b' }, 'broken in half'],
    ['NUL', { markdown: 'a\0' }, 'not a text'],
    ['too much', { text: 'é'.repeat(MEGABYTE / 2 + 1) }, 'at most 1 MB'],
    ['a PDF', { bytes: new TextEncoder().encode('%PDF-1.4') }, 'PDF'],
  ])('refuses %s', (_, submission, words) => {
    expect(propose(submission)).toMatchObject({ ok: false, error: expect.stringContaining(words) });
  });

  it('refuses depth and numbers beyond any article before it takes time', () => {
    const nested = Array.from({ length: 500 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n');
    expect(propose({ markdown: nested })).toMatchObject({
      error: expect.stringMatching(/nested too deeply/),
    });
    expect(propose({ markdown: '> '.repeat(60) })).toMatchObject({
      error: expect.stringMatching(/nested too deeply/),
    });
    expect(propose({ text: 'a\n\n'.repeat(50_001) })).toMatchObject({
      error: expect.stringMatching(/50,000/),
    });
  });
});
