import { afterEach, expect, test } from 'vitest';
import { type ImportReader, createImportReader } from './import-reader.ts';

const setting = { entries: [], limitBytes: 20_971_520 };
const attributes = Array.from({ length: 200_000 }, (_, index) => `a${index}=1`).join(' ');
/** Compared each with each other by the parser: minutes. */
const ENDLESS = { json: JSON.stringify({ html: `<p ${attributes}>x</p>` }) };

let reader: ImportReader;
afterEach(() => reader.close());

test('an honest text is proposed, accepted and confirmed as without a thread', async () => {
  reader = createImportReader(setting);
  const text = 'On bridges\n\nThey fall. They stand.';
  const proposed = await reader.read('ann', 'propose', { json: JSON.stringify({ text }) });
  expect(proposed).toMatchObject({ ok: true, value: { title: 'On bridges', words: 6 } });
  const accepted = await reader.read('ann', 'accept', {
    bytes: new TextEncoder().encode(text),
    name: 'bridges.txt',
  });
  if (!accepted.ok) throw new Error(accepted.error.title);
  const { about, article } = accepted.value;
  expect(article.revision.canonical).toBe('On bridges\nThey fall. They stand.');
  const document: unknown = JSON.parse(article.revision.document);
  const json = JSON.stringify({ title: about.title, document, groups: ['g'] });
  expect(await reader.read('ann', 'confirm', json)).toEqual({
    ok: true,
    value: { about: { title: 'On bridges', groups: ['g'] }, article },
  });
});

test('what cannot be imported is answered as before', async () => {
  reader = createImportReader(setting);
  expect(await reader.read('ann', 'accept', { json: '{"text":" "}' })).toMatchObject({
    error: { status: 422, title: 'There is no text in this: only white space.' },
  });
  expect(await reader.read('ann', 'confirm', '{')).toMatchObject({ error: { status: 400 } });
  const furniture = { type: 'furniture', content: [{ type: 'text', text: 'Menu' }] };
  const document = { type: 'doc', content: [furniture] };
  expect(
    await reader.read('ann', 'confirm', JSON.stringify({ title: 'T', document })),
  ).toMatchObject({
    error: { status: 422, title: expect.stringMatching(/^Every block is set aside/) },
  });
});

test('what would take minutes is stopped, and answered in words', async () => {
  reader = createImportReader(setting, 500);
  expect(await reader.read('ann', 'propose', ENDLESS)).toMatchObject({
    ok: false,
    error: { status: 422, title: expect.stringMatching(/^This takes too long to read\./) },
  });
});

test('closing stops what is read and what waits, and answers both in words', async () => {
  reader = createImportReader(setting, 600_000);
  const answers = [1, 2].map(() => reader.read('ann', 'propose', ENDLESS));
  await reader.close();
  for (const answer of await Promise.all(answers))
    expect(answer).toMatchObject({ ok: false, error: { status: 503 } });
});
