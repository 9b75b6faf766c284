import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ReadingMember, ReadingView } from '#lib/protocol/http.ts';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { markReading } from './mark-reading.ts';
import { type ReaderWindow, openWindow } from './reader-window.ts';
import { mark, newReading, open, saved, toolbar } from './room.ts';
import { selectWords } from './select-words.ts';

const WORDS = 'This is not kindness.';
const BLIND = 'only you and the instructors see your marks until the reveal';

let server: PostilServer;
let browser: Browser;
let olga: Client;
let ben: Client;
let group: string;
const windows: ReaderWindow[] = [];

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  olga = await server.owner();
  ben = await server.member('Ben Noor');
  group = (await olga.get<{ group: string }[]>('/api/readings'))[0]?.group ?? '';
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

afterEach(async () => {
  const closed = windows.splice(0);
  await Promise.all(closed.map(({ context }) => context.close()));
  expect(closed.flatMap(({ complaints }) => complaints)).toEqual([]);
});

async function windowOf(client: Client, options = {}): Promise<Page> {
  const opened = await openWindow(browser, server.url, client, options);
  windows.push(opened);
  return opened.page;
}

const blindReading = async (): Promise<string> => {
  const path = await newReading(olga);
  await olga.send('PATCH', `/api${path}`, { phase: 'blind' });
  return path;
};
const figures = (page: Page) => page.getByRole('group', { name: 'All marks so far' });
const doneMembers = async (path: string): Promise<string[]> => {
  const members = await olga.get<ReadingMember[]>(`/api${path}/members`);
  return members.filter(({ done }) => done).map(({ name }) => name);
};
/** The row of the newest reading on the group's page: the one the test made. */
const row = (page: Page, path: string) =>
  page.getByRole('listitem').filter({ has: page.locator(`a[href="${path}"]`) });

it('[Z3] "I am done" is said from the page, counted for everybody, and taken back', async () => {
  const path = await blindReading();
  const page = await windowOf(ben);
  await open(page, path);
  await figures(page).getByText('0 of 1 done').waitFor();
  await page.getByRole('button', { name: 'I am done' }).click();
  await expect.poll(() => doneMembers(path)).toEqual(['Ben Noor']);
  await page.reload();
  await page.getByRole('button', { name: 'Done. Take back' }).waitFor();
  await figures(page).getByText('1 of 1 done').waitFor();
  await page.getByRole('button', { name: 'Done. Take back' }).click();
  await expect.poll(() => doneMembers(path)).toEqual([]);
  await page.getByRole('button', { name: 'I am done' }).waitFor();
});

it('[Z3] an observer is not asked whether they are done', async () => {
  const { code } = await olga.send<{ code: string }>('POST', `/api/groups/${group}/invites`, {
    role: 'observer',
  });
  const page = await windowOf(await server.member('Ola Looks', code));
  await open(page, await newReading(olga));
  await page.getByText('Open: everybody here sees').waitFor();
  expect(await page.getByRole('button', { name: 'I am done' }).count()).toBe(0);
});

it('[Z2] at my desk the page shows who is here, and nothing that they do', async () => {
  const path = await blindReading();
  const page = await windowOf(ben);
  await open(page, path);
  const anna = await server.member('Anna Here');
  const annas = await windowOf(anna);
  await open(annas, path);
  await selectWords(annas, WORDS);
  await annas.keyboard.press('1');
  await saved(annas);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.getByRole('list', { name: 'Here now' }).getByLabel('Anna Here').waitFor();
  expect(await page.locator('article mark').count()).toBe(0);
  expect(await figures(page).innerText()).not.toContain('1 fact');
  expect(await page.getByRole('group', { name: 'Who reads where' }).innerText()).toBe('');
});

it('[Z5] an instructor sets phase and due date, and reveals with what it does in numbers', async () => {
  const path = await newReading(olga);
  const page = await windowOf(olga);
  await page.goto(`/groups/${group}`);
  await row(page, path)
    .getByRole('button', { name: /What you can do/ })
    .click();
  await page.getByRole('menuitem', { name: 'Make it blind' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make it blind' }).click();
  await row(page, path).getByText('Blind: members do not see').waitFor();

  await row(page, path)
    .getByRole('button', { name: /What you can do/ })
    .click();
  await page.getByRole('menuitem', { name: 'Set a due date' }).click();
  await page.getByLabel('Read until').fill('2031-12-03T23:59');
  await page.getByRole('button', { name: 'Save' }).click();
  await row(page, path).getByText('due 3 December 2031').waitFor();

  const bens = await windowOf(ben);
  await open(bens, path);
  await bens.getByText('Due 3 December 2031').waitFor();
  await selectWords(bens, WORDS);
  await bens.keyboard.press('1');
  await bens.getByRole('button', { name: 'I am done' }).click();
  await saved(bens);

  await row(page, path).getByRole('button', { name: 'Reveal' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByText(/It shows 1 mark of 1 person\. 1 of \d+ said that they are done\./)
    .waitFor();
  await dialog.getByRole('button', { name: 'Reveal' }).click();
  await row(page, path).getByText('Open: everybody sees').waitFor();
  await bens.getByRole('article').getByText('Revealed: 1 mark of 1 person.').waitFor();
});

it('[Z5] one member alone is revealed from the list of members', async () => {
  const path = await blindReading();
  const cora = await server.member('Cora Klein');
  const page = await windowOf(olga);
  await page.goto(`/groups/${group}`);
  await page.getByRole('button', { name: 'What you can do with Cora Klein' }).click();
  await page
    .getByRole('menuitem', { name: /^Reveal in/ })
    .last()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reveal' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const placeOf = async (client: Client): Promise<string | undefined> => {
    const readings = await client.get<ReadingView[]>('/api/readings');
    return readings.find(({ id }) => path.endsWith(id))?.place;
  };
  expect(await placeOf(cora)).toBe('shared');
  expect(await placeOf(ben)).not.toBe('shared');
});

it('[Z7] after a reveal others’ marks fade in, mine stay, and a line says what came', async () => {
  const path = await blindReading();
  const page = await windowOf(ben);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page, path);
  await selectWords(page, WORDS);
  await page.keyboard.press('1');
  await saved(page);
  await page.evaluate(() => {
    const fades: string[] = [];
    Object.assign(globalThis, { fades });
    document.querySelector('article')?.addEventListener('animationstart', (event) => {
      const [fade] = document.querySelector('article')?.getAnimations() ?? [];
      const duration = String(fade?.effect?.getTiming().duration);
      if (event.animationName.includes('reveal')) fades.push(duration);
    });
  });
  const others = await Promise.all(
    ['Dan Moor', 'Ida Lund', 'Eva Roth'].map((name) => server.member(name)),
  );
  const id = path.split('/').at(-1) ?? '';
  await Promise.all(others.map(async (one) => revealOne(path, one)));
  await markReading(others, id);
  await olga.send('POST', `/api${path}/reveal`, {});
  await page
    .getByRole('article')
    .getByText(/^Revealed: \d+ marks of 4 people\.$/)
    .waitFor();
  await page.locator('article[aria-describedby]:not([data-reveal])').waitFor();
  expect(await page.evaluate(() => (globalThis as unknown as { fades: string[] }).fades)).toEqual([
    '600',
  ]);
  await mark(page, WORDS).waitFor();
});

async function revealOne(path: string, client: Client): Promise<void> {
  const { id } = await client.get<{ id: string }>('/api/me');
  await olga.send('POST', `/api${path}/reveal`, { user: id });
}

it('[Y5] with reduced motion a reveal fades nothing', async () => {
  const path = await blindReading();
  const page = await windowOf(ben);
  await open(page, path);
  await page.evaluate(() => {
    Object.assign(globalThis, { fades: 0 });
    document.querySelector('article')?.addEventListener('animationstart', ({ animationName }) => {
      if (animationName.includes('reveal-fade')) Object.assign(globalThis, { fades: 1 });
    });
  });
  await olga.send('POST', `/api${path}/reveal`, {});
  await page.getByRole('article').getByText('Revealed: 0 marks of 0 people.').waitFor();
  expect(await page.evaluate(() => (globalThis as unknown as { fades: number }).fades)).toBe(0);
});

it('[Z8] a closed reading can be read and copied, and the toolbar says why it is off', async () => {
  const path = await newReading(olga);
  await markReading([ben], path.split('/').at(-1) ?? '');
  const page = await windowOf(ben);
  await open(page, path);
  await olga.send('PATCH', `/api${path}`, { phase: 'closed' });
  await page.getByRole('article').getByText('Closed: its marks can be read and copied').waitFor();
  await page.locator('article mark').first().waitFor();
  await selectWords(page, WORDS);
  await toolbar(page).getByText('This reading is closed').waitFor();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toContain(WORDS);
  expect(await page.getByText(BLIND).count()).toBe(0);
});
