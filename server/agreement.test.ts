import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ALEX_PAUL_SUZAN, FOUR_OBSERVERS } from '#tests/fixtures/agreement/published.ts';
import { agreementFigures } from './agreement-figures.ts';

const folder = mkdtempSync(join(tmpdir(), 'postil-agreement-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  return spawnSync(process.execPath, ['server/agreement.ts', ...args], {
    cwd: dirname(import.meta.dirname),
    encoding: 'utf8',
  });
}

test('[C1] prints every coefficient of a file of votes', () => {
  const file = join(folder, 'votes.json');
  writeFileSync(file, JSON.stringify({ units: FOUR_OBSERVERS }));
  const { stdout, stderr, status } = run(file);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  const figures: Record<string, { value?: number }> = JSON.parse(stdout);
  expect(figures['alpha']?.value).toBeCloseTo(0.743, 3);
  expect(figures['cohensKappa']).toEqual({
    defined: false,
    reason: 'not-two-people',
    words: 'This compares exactly two people.',
  });
  expect(Object.keys(figures)).toEqual([
    'seed',
    'sameTag',
    'sameTagRange',
    'alpha',
    'alphaRange',
    'mostConfused',
    'mostConfusedRange',
    'cohensKappa',
    'scottsPi',
    'fleissKappa',
    'gwetsAc1',
    'dawidSkene',
  ]);
});

test('[C2] says in one line that a file cannot be read, and ends with 1', () => {
  const { stdout, stderr, status } = run(join(folder, 'nowhere.json'));
  expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
  expect(stderr).toMatch(/^\S+nowhere\.json cannot be read: [^\n]+\n$/);
});

test('[C1] takes spans', () => {
  const figures = agreementFigures(JSON.stringify(ALEX_PAUL_SUZAN));
  expect(figures).toMatchObject({
    ok: true,
    value: {
      seed: 1,
      uAlpha: { defined: true },
      uAlphaRange: { defined: true },
      kuAlpha: { 7: { reason: 'tag-not-shared' } },
      barUAlphaWithoutOne: { defined: true, people: 3 },
    },
  });
});

test('[C1] redraws over the sections that a file names, else over tenths of the text', () => {
  const withSections = (sections?: number[][]) =>
    agreementFigures(JSON.stringify({ ...ALEX_PAUL_SUZAN, sections }));
  const tenths = Array.from({ length: 10 }, (_, at) => [at * 6, at * 6 + 6]);
  expect(withSections()).toEqual(withSections(tenths));
  expect(withSections([[0, 60]])).toMatchObject({
    value: { uAlphaRange: { defined: false, reason: 'too-few-units' } },
  });
  expect(agreementFigures('{"length": 0, "raters": {}}')).toMatchObject({
    value: { uAlphaRange: { defined: false, reason: 'nobody' } },
  });
});

test.each([
  ['what is not JSON', '{"units": [', 'It is not JSON'],
  ['neither form', '{"rows": []}', 'It must hold either'],
  ['both forms', '{"units": [], "length": 1, "raters": {}}', 'It must hold either'],
  ['no object', 'null', 'It must hold either'],
  ['no list of rows', '{"units": "a"}', 'At units:'],
  ['a number for a tag', '{"units": [["a", 1]]}', 'At units.0.1:'],
  ['an empty tag', '{"units": [["a", ""]]}', 'A tag is empty.'],
  [
    'rows of unequal length',
    '{"units": [["a"], ["a", "b"]]}',
    'At units: The rows differ in length',
  ],
  [
    'a span without length',
    '{"length": 5, "raters": {"ann": [{"start": 2, "end": 2, "tag": "a"}]}}',
    'At raters.ann.0: A span ends before it has begun.',
  ],
  [
    'a tag that is null in a span',
    '{"length": 5, "raters": {"ann": [{"start": 0, "end": 2, "tag": null}]}}',
    'At raters.ann.0.tag:',
  ],
  ['no length', '{"raters": {}}', 'At length:'],
  [
    'half a character',
    '{"length": 5, "raters": {"ann": [{"start": 0.5, "end": 2, "tag": "a"}]}}',
    'At raters.ann.0.start:',
  ],
  [
    'a section without length',
    '{"length": 5, "raters": {}, "sections": [[2, 2]]}',
    'At sections.0: A section ends before it has begun.',
  ],
  [
    'a section behind the text',
    '{"length": 5, "raters": {}, "sections": [[0, 6]]}',
    'At sections: A section ends behind the text.',
  ],
  [
    'sections that overlap',
    '{"length": 5, "raters": {}, "sections": [[0, 3], [2, 5]]}',
    'At sections: Sections overlap',
  ],
  ['an empty file', '', 'It is not JSON'],
  [
    'a span behind the text',
    '{"length": 5, "raters": {"ann": [{"start": 2, "end": 6, "tag": "a"}]}}',
    'At raters: A span ends behind the text.',
  ],
])('[C2] says in one line what is wrong: %s', (_, content, said) => {
  const figures = agreementFigures(content);
  expect(figures).toEqual({ ok: false, error: expect.stringContaining(said) });
  expect(figures.ok ? '' : figures.error).not.toContain('\n');
});
