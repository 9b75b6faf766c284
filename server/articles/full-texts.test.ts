import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import { readCatalogue } from './catalogue.ts';
import { findFullTexts } from './full-texts.ts';
import { sha256 } from './sha256.ts';

const TEXT = 'A title\n\nA text written for this test.';
let directory: string;
let entries: CatalogueEntry[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'postil-texts-'));
  const [entry] = await readCatalogue(join(import.meta.dirname, '../../public/articles'));
  entries = [{ ...entry!, sha256: sha256(TEXT) }];
});
afterEach(() => rm(directory, { recursive: true }));

describe('findFullTexts', () => {
  it('finds a text by its bytes whatever its name, each article once, and passes over the rest', async () => {
    const second = join(directory, 'second');
    await mkdir(second);
    await writeFile(join(directory, 'anything.dat'), TEXT);
    await writeFile(join(directory, 'other.txt'), `${TEXT} `);
    await writeFile(join(second, 'copy.txt'), TEXT);
    const found = await findFullTexts([directory, second], entries);
    expect(found.problems).toEqual([]);
    expect(found.texts.map(({ path, text }) => ({ path, text }))).toEqual([
      { path: join(directory, 'anything.dat'), text: TEXT },
    ]);
  });

  it('has no texts for a missing directory, and a problem for one that cannot be read', async () => {
    const file = join(directory, 'file');
    await writeFile(file, 'x');
    expect(await findFullTexts([join(directory, 'none')], entries)).toEqual({
      texts: [],
      problems: [],
    });
    const { texts, problems } = await findFullTexts([file], entries);
    expect(texts).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(`${file} cannot be read (ENOTDIR)`)]);
  });
});
