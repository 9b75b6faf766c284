import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { canonical } from '#lib/article/canonical.ts';
import { likeness, sketch } from '#lib/article/likeness.ts';
import { proposeBlocks } from '#lib/article/proposal.ts';
import { sentenceRanges } from '#lib/article/sentences.ts';
import { wordCount } from '#lib/article/word-count.ts';
import { findExact, findLike, readCatalogue } from './catalogue.ts';
import { digestDocument } from './digest.ts';
import { findFullTexts, type FullText } from './full-texts.ts';
import { recognisedBlocks, recognisedDocument } from './recognised.ts';
import { sha256 } from './sha256.ts';

const root = join(import.meta.dirname, '../..');
const entries = await readCatalogue(join(root, 'public/articles'));
const { texts } = await findFullTexts(
  [join(root, 'articles'), join(root, '../shared/articles')],
  entries,
);

function fullTextOf(id: string, context: TestContext): FullText {
  return (
    texts.find(({ entry }) => entry.id === id) ?? context.skip('skipped: full texts not found')
  );
}

const counted = (text: string) => ({ text, words: wordCount(text) });

function runsOfSix(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/[‘’]/g, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  return words.slice(5).map((_, index) => words.slice(index, index + 6).join(' '));
}

it('the catalogue holds the two articles', () => {
  expect(entries.map(({ title, words }) => [title, words])).toEqual([
    ['Has Putin blinked?', 1321],
    ['We can’t give Putin his off-Disaster', 1143],
  ]);
});

describe.each(entries.map((entry) => ({ id: entry.id, entry })))('$id', ({ id, entry }) => {
  it('has a digest that says so first and has 500 to 800 words', () => {
    const { text, blocks } = canonical(digestDocument(entry), sentenceRanges);
    const [notice, ...body] = text.split('\n');
    expect(notice).toBe("A digest written for Postil; not the article's wording.");
    expect(wordCount(body.join('\n'))).toBeGreaterThanOrEqual(500);
    expect(wordCount(text)).toBeLessThanOrEqual(800);
    expect(blocks).toHaveLength(entry.digest.blocks.length);
    expect(text).not.toMatch(/the (?:author|article|writer) /i);
  });

  it('carries no wording of an article: no run of six words in common', (context) => {
    const ours = [entry.teaser, entry.note, ...entry.digest.blocks.map((block) => block.text)];
    const theirs = entries.flatMap((each) => runsOfSix(fullTextOf(each.id, context).text));
    const known = new Set(theirs);
    expect(ours.flatMap(runsOfSix).filter((run) => known.has(run))).toEqual([]);
  });

  it('fits its full text: hash, words, sketch and kinds', (context) => {
    const { text } = fullTextOf(id, context);
    expect(sha256(text)).toBe(entry.sha256);
    expect(wordCount(text)).toBe(entry.words);
    expect(sketch(text)).toEqual(entry.sketch);
    expect(proposeBlocks(text)).toHaveLength(entry.kinds.length);
    expect(recognisedBlocks(entry, text)[0]).toMatchObject(entry.kinds[0] ?? {});
  });

  it('reads its full text exactly', (context) => {
    const { text } = fullTextOf(id, context);
    const canon = canonical(recognisedDocument(entry, text), sentenceRanges);
    const [first] = canon.blocks;
    expect(canon.text.slice(first?.start, first?.end)).toBe(entry.titleAsPrinted);
    for (const { start, end } of canon.blocks) expect(text).toContain(canon.text.slice(start, end));
  });

  it('knows another copy by its likeness, and its digest not', (context) => {
    const { text } = fullTextOf(id, context);
    const copy = `Menu Home Search News\n\n${text.replaceAll(' and ', ' & ')}\n\nSubscribe now`;
    const digest = canonical(digestDocument(entry), sentenceRanges).text;
    expect(findLike(entries, counted(copy))?.entry.id).toBe(id);
    expect(findLike(entries, counted(digest))).toBeNull();
    expect(findLike(entries, counted(`${text} ${'and so on '.repeat(600)}`))).toBeNull();
  });
});

it('the two articles are found by hash and are not alike', () => {
  const [first, second] = entries;
  expect(findExact(entries, first?.sha256 ?? '')).toBe(first);
  expect(findExact(entries, '0'.repeat(64))).toBeNull();
  expect(likeness(first?.sketch ?? [], second?.sketch ?? [])).toBe(0);
});

it('the first article sets its long quotations as quotations, with their sources', () => {
  const quoted = entries[0]?.kinds
    .filter(({ kind }) => kind === 'quotation')
    .map(({ source }) => source);
  expect(quoted).toEqual([
    ...Array<string>(6).fill('Reuters'),
    ...Array<string>(4).fill('The New York Times'),
    ...Array<string>(5).fill('Yulia Latynina, The New York Times'),
  ]);
});
