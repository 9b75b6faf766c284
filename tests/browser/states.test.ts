import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Me } from '#lib/protocol/http.ts';
import type { Client } from '#tests/integration/client.ts';
import { lineOf } from './line-of.ts';
import { pressKeys } from './press-keys.ts';
import { chip, comment, mark, newReading, open, saved, startComment, toolbar } from './room.ts';
import { selectWords } from './select-words.ts';
import { setStage } from './stage.ts';
import { storedTags } from './stored-marks.ts';

const stage = setStage();
const WORDS = 'This is not kindness.';
const OTHER = 'About the snare she is right.';
const HALF = 'Half a thought that nobody has seen';

/** Where the paragraph with the words stands, marked or not. */
const whereIs = (page: Page, words: string) =>
  page.locator('article p', { hasText: words }).boundingBox();

const notice = (page: Page) => page.getByRole('status').filter({ hasText: /./ });

/** Begins a comment and does not send it. */
async function writeHalf(page: Page): Promise<void> {
  await startComment(page, OTHER);
  await page.getByRole('textbox', { name: /^Comment on/ }).waitFor();
  await page.keyboard.type(HALF);
}

async function memberPath(member: Client): Promise<string> {
  const { id, groups } = await member.get<Me>('/api/me');
  return `/api/groups/${groups[0]?.id}/members/${id}`;
}

/** A window that holds the page's sync socket back until it is let go. */
async function heldBack(page: Page): Promise<() => void> {
  let go = (): void => {};
  const allowed = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.routeWebSocket(/\/sync\//, async (socket) => {
    await allowed;
    socket.connectToServer();
  });
  return () => go();
}

interface Shift extends PerformanceEntry {
  sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

/** What on the page has moved of its own accord (Layout Instability API). */
const shifted = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const moved: string[] = [];
        new PerformanceObserver((list) => {
          for (const { sources } of list.getEntries() as Shift[])
            for (const { node, previousRect, currentRect } of sources)
              // Who is here stands beside the others' places, without one of its own.
              if (node?.closest('[aria-label="Here now"]') === null)
                moved.push(
                  `${node?.outerHTML.slice(0, 120)}: ${previousRect.x} ${previousRect.y} to ${currentRect.x} ${currentRect.y}`,
                );
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(moved)));
      }),
  );

it.each([1440, 390])(
  '[Y1] at %i px the text is there at once, marks come without moving it, and only a long wait is said',
  async (width) => {
    const path = await newReading(stage.olga);
    const first = await stage.windowOf(stage.ben);
    await open(first, path);
    await comment(first, WORDS, 'Who says so?');
    await saved(first);
    const page = await stage.windowOf(stage.olga, { width, height: 844, touch: width < 1024 });
    const letGo = await heldBack(page);
    await page.clock.install();
    await page.goto(path);
    await page.getByText(WORDS).waitFor();
    await page.clock.runFor(600);
    expect(await page.getByText('Connecting').count()).toBe(0);
    await page.clock.runFor(600);
    await page.getByText('Connecting').waitFor({ state: 'attached' });
    const before = await whereIs(page, WORDS);
    expect(await page.locator('article mark').count()).toBe(0);
    letGo();
    await mark(page, WORDS).waitFor();
    await saved(page);
    expect(await whereIs(page, WORDS)).toEqual(before);
    expect(await shifted(page)).toEqual([]);
  },
);

it('[Y2] the first visit teaches the three keys in the empty margin, until the first mark', async () => {
  const nora = await stage.server.member('Nora New');
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(nora);
  await open(page, path);
  const hint = page.getByText('Select words, then press 1, 2 or 3 to tag them, C to comment.');
  await hint.waitFor();
  const [beside, text] = await Promise.all([
    hint.boundingBox(),
    page.locator('article').boundingBox(),
  ]);
  expect(beside?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
  await selectWords(page, WORDS);
  await pressKeys(page, '2');
  await hint.waitFor({ state: 'detached' });
  await saved(page);
  await page.reload();
  await mark(page, WORDS).waitFor();
  await saved(page);
  expect(await hint.count()).toBe(0);
});

it('[Y3] [Y4] signed out elsewhere: the page says so, keeps what I write, and goes on where I sign in again', async () => {
  const nora = await stage.server.member('Nora Gone');
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(nora);
  await open(page, path);
  await writeHalf(page);
  await nora.send('POST', '/api/me/sign-out-everywhere');
  const ended = page.getByRole('alert').filter({ hasText: 'your session has ended' });
  await ended.waitFor();
  await page.getByRole('textbox').filter({ hasText: HALF }).waitFor();
  await pressKeys(page, 'Escape');
  await selectWords(page, WORDS);
  await pressKeys(page, '3');
  await chip(page).filter({ hasText: '1 kept here' }).waitFor();
  await ended.getByRole('link', { name: 'Sign in again' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();

  const { url } = await stage.olga.send<{ url: string }>(
    'POST',
    `${await pathOf('Nora Gone')}/return-link`,
  );
  await page.goto(url);
  await page.getByRole('button', { name: 'Continue as Nora Gone' }).click();
  await page.waitForURL('/');
  await open(page, path);
  await expect.poll(() => storedTags(stage.olga, path)).toEqual([`opinion: ${WORDS}`]);
  await page.getByRole('region', { name: 'Unsent' }).getByText(HALF).waitFor();

  async function pathOf(name: string): Promise<string> {
    const [reading] = await stage.olga.get<{ group: string }[]>('/api/readings');
    const members = await stage.olga.get<{ id: string; name: string }[]>(
      `/api/groups/${reading?.group}/members`,
    );
    return `/api/groups/${reading?.group}/members/${members.find((one) => one.name === name)?.id}`;
  }
});

it('[Y3] [Y4] made an observer while reading: a line says so and what is left, and what I wrote can be copied', async () => {
  const nora = await stage.server.member('Nora Watcher');
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(nora);
  await open(page, path);
  await writeHalf(page);
  await stage.olga.send('PATCH', await memberPath(nora), { role: 'observer' });
  await notice(page).getByText('You read along as an observer').waitFor();
  await page.getByRole('textbox').filter({ hasText: HALF }).waitFor();
  await page.getByText('Your words are kept.').waitFor();
  await page.getByRole('button', { name: 'Copy' }).waitFor();
  await pressKeys(page, 'Escape');

  await selectWords(page, WORDS);
  await toolbar(page).getByText('You read along as an observer').waitFor();
  await toolbar(page).getByRole('button', { name: 'Mark for me alone' }).click();
  await toolbar(page).getByRole('button', { name: 'Fact' }).click();
  await mark(page, WORDS).waitFor();
  await saved(page);
  expect(await storedTags(stage.olga, path)).toEqual([]);
});

it('[Y3] removed from the group while reading: the page says so, and gives me my words', async () => {
  const nora = await stage.server.member('Nora Removed');
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(nora);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, path);
  await comment(page, WORDS, 'Who says so?');
  await saved(page);
  await stage.olga.send('DELETE', await memberPath(nora));
  const ended = page.getByRole('alert').filter({ hasText: 'no longer a member' });
  await ended.getByText('Ask an instructor for an invite').waitFor();
  await ended.getByRole('button', { name: 'Copy what I wrote' }).click();
  await ended.getByText('Copied.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `“${WORDS}”\nWho says so?`,
  );
  expect(await page.getByRole('link', { name: 'Sign in again' }).count()).toBe(0);
});

it('[Y3] removed while I was away: what I open says that signing in does not help', async () => {
  const nora = await stage.server.member('Nora Removed');
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(nora);
  const line = await lineOf(page);
  await open(page, path);
  await line.cut();
  await stage.olga.send('DELETE', await memberPath(nora));
  line.mend();
  const ended = page.getByRole('alert').filter({ hasText: 'no longer a member' });
  await ended.waitFor();
  expect(await ended.getByRole('link').count()).toBe(0);
  await page.reload();
  await page.getByRole('status').filter({ hasText: 'no longer a member' }).waitFor();
  await page.getByText('ask an instructor for an invite').waitFor();
  // Whoever only signed out is asked for nothing else.
  await page.context().clearCookies();
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.getByText('no longer a member').count()).toBe(0);
});

it('[Y3] closed while reading: it is said where I read, keys say why, and I may go on for myself', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.ben);
  await open(page, path);
  await stage.olga.send('PATCH', `/api${path}`, { phase: 'closed' });
  await notice(page).getByText('This reading is closed').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await pressKeys(page, 'j 1');
  await notice(page).getByText('You can still mark for yourself alone').waitFor();
  expect(await page.locator('article mark').count()).toBe(0);
  await pressKeys(page, 'o 1');
  await page.locator('article mark').first().waitFor();
  await pressKeys(page, 'c');
  await page.keyboard.type('For me');
  await page.keyboard.press('Control+Enter');
  await page.getByText('For me').first().waitFor();
  await saved(page);
  expect(await storedTags(stage.olga, path)).toEqual([]);
});

it('[Y3] a filter that nothing fits says what hides, and one press shows everything', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await selectWords(page, WORDS);
  await pressKeys(page, '1');
  await saved(page);
  await page.goto(`${path}?tag=opinion`);
  await saved(page);
  expect(await page.locator('article mark').count()).toBe(0);
  const line = page.getByRole('status', { name: 'What is shown' });
  await line.getByText('Nothing fits: opinion').waitFor();
  await line.getByRole('button', { name: 'Show everything' }).click();
  await mark(page, WORDS).waitFor();
});

it('[Y5] with reduced motion nothing fades, glides or slides', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga, { width: 390, height: 844, touch: true });
  await open(page, path);
  await page.evaluate(() => {
    const moved: string[] = [];
    Object.assign(globalThis, { moved });
    for (const kind of ['animationstart', 'transitionrun'])
      document.addEventListener(kind, ({ target }) => {
        const running = (target as Element).getAnimations();
        const takes = running.map((one) => Number(one.effect?.getComputedTiming().activeDuration));
        if (takes.some((time) => time > 1)) moved.push((target as Element).outerHTML.slice(0, 90));
      });
  });
  await comment(page, WORDS, 'Who says so?');
  await saved(page);
  await page.getByRole('button', { name: 'Make the sheet taller' }).click();
  await pressKeys(page, 'Escape');
  await mark(page, WORDS).click();
  await page.getByText('Who says so?').first().waitFor();
  expect(await page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved)).toEqual(
    [],
  );
});
