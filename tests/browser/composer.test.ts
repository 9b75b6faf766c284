import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textOfComment } from '#lib/annotation/comment.ts';
import type { Annotation } from '#lib/annotation/record.ts';
import type { LoggedRecord, Me } from '#lib/protocol/http.ts';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { type ReaderWindow, openWindow } from './reader-window.ts';
import { selectWords } from './select-words.ts';
import { comment, mark, newReading, open, saved, startComment, toolbar } from './room.ts';

const WORDS = 'This is not kindness.';

/** As Word puts it on the clipboard: a whole page, with its styles, conditional comments and tags of its own. */
const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<title>Draft</title><!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:Calibri;} p.MsoNormal {margin:0cm; font-size:11.0pt;} @page WordSection1 {size:612.0pt 792.0pt;} --></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"Table Normal";}</style><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal><b>Six</b> of seven are<span style='mso-spacerun:yes'> </span>fine.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><![endif]>One point<o:p></o:p></p>
and <a href="https://example.org/6">six</a> <a href="https://example.org/7">seven</a> <i>eight</i>.
<!--EndFragment--></body></html>`;

let server: PostilServer;
let browser: Browser;
let olga: Client;
let opened: ReaderWindow;
let page: Page;
let path: string;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  olga = await server.owner();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

afterEach(async () => {
  await opened.context.close();
  expect(opened.complaints).toEqual([]);
});

async function start(): Promise<void> {
  path = await newReading(olga);
  opened = await openWindow(browser, server.url, olga);
  page = opened.page;
  await open(page, path);
}

const editor = () => page.locator('[contenteditable="true"]');
const annotations = (): Promise<LoggedRecord[]> => olga.get(`/api${path}/annotations`);

async function pasteHtml(html: string): Promise<void> {
  await editor().waitFor();
  await editor().evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData('text/html', pasted);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, html);
}

/** Opens a new reading whose later scripts wait, with words selected. Gives what lets them come. */
async function openWithoutLaterScripts(): Promise<() => void> {
  path = await newReading(olga);
  opened = await openWindow(browser, server.url, olga);
  page = opened.page;
  const released = Promise.withResolvers<void>();
  const first = new Set<string>();
  const html = await (await olga.fetch(path)).text();
  for (const [, src] of html.matchAll(/<script[^>]* src="([^"]+)"/g)) if (src) first.add(src);
  await page.route('**/*.js', async (route) => {
    if (!first.has(new URL(route.request().url()).pathname)) await released.promise;
    await route.continue();
  });
  await page.goto(path);
  await toolbar(page).or(page.locator('article[data-paint]')).first().waitFor();
  await selectWords(page, WORDS);
  return released.resolve;
}

/** What the comments say once all is saved. */
async function words(): Promise<string[]> {
  await saved(page);
  return (await annotations()).flatMap(({ record }) => {
    const { comment } = record as Annotation;
    return comment === null ? [] : [textOfComment(comment)];
  });
}

describe('a comment', () => {
  it('[M5] takes what was typed before its code had come, and no letter of it was a key of the room', async () => {
    const release = await openWithoutLaterScripts();
    await page.keyboard.press('c');
    await page.keyboard.type('1 2 half a thoughtt');
    await page.keyboard.press('Backspace');
    release();
    await page.getByRole('textbox').filter({ hasText: '1 2 half a thought' }).waitFor();
    await page.keyboard.type(' more');
    await page.keyboard.press('Control+Enter');
    expect(await words()).toEqual(['1 2 half a thought more']);
  });

  it('[M5] sends what was typed and sent before its code had come', async () => {
    const release = await openWithoutLaterScripts();
    await page.keyboard.press('c');
    await page.keyboard.type('all of a thought');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('1');
    release();
    await page.locator('[role="comment"]').filter({ hasText: 'all of a thought' }).waitFor();
    expect(await words()).toEqual(['all of a thought']);
  });

  it('[C9] a mark made before the session’s code had come shows at once, and is sent when it has', async () => {
    const release = await openWithoutLaterScripts();
    await page.keyboard.press('1');
    await mark(page, WORDS).first().waitFor();
    expect(await annotations()).toEqual([]);
    release();
    await saved(page);
    await expect.poll(async () => (await annotations()).length).toBe(1);
    await mark(page, WORDS).first().waitFor();
  });

  it('with script in it is shown as the words it is', async () => {
    await start();
    await comment(page, WORDS, '<script>alert(1)</script> <img src=x onerror=alert(2)>');
    await page
      .getByRole('complementary', { name: 'Annotations' })
      .getByText('<script>alert(1)</script>')
      .waitFor();
    await saved(page);
    expect(await page.locator('script:text("alert")').count()).toBe(0);
  });

  it('pasted from Word keeps its words and says that pictures were left out', async () => {
    await start();
    await startComment(page, WORDS);
    await pasteHtml(
      '<p class="MsoNormal" style="mso-x:1"><b>Bold</b> words <a href="javascript:alert(1)">bad link</a> ' +
        '<a href="https://example.org/">good link</a><o:p></o:p></p><img src="file:///C:/x.png"><script>alert(1)</script>',
    );
    await page.getByText('Pictures were left out.').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: 'good link' }).waitFor();
    await saved(page);
    const [stored] = await annotations();
    const json = JSON.stringify(stored?.record);
    expect(json).toContain('"bold"');
    expect(json).toContain('https://example.org/');
    expect(json).not.toContain('javascript:');
    expect(json).not.toContain('image');
    expect(json).not.toContain('alert(1)');
  });

  it('pasted from Word with its styles offends no policy, and spaces between links stay', async () => {
    await start();
    await startComment(page, WORDS);
    await pasteHtml(FROM_WORD);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: 'seven' }).waitFor();
    await saved(page);
    const [stored] = await annotations();
    const { record } = stored as { record: Annotation };
    expect(textOfComment(record.comment!)).toBe(
      'Six of seven are fine.\nOne point\nand six seven eight.',
    );
    expect(JSON.stringify(record)).toContain('"bold"');
  });

  it('is kept to read and copy when its writer becomes an observer', async () => {
    const ben = await server.member('Ben Noor');
    path = await newReading(olga);
    opened = await openWindow(browser, server.url, ben);
    page = opened.page;
    await open(page, path);
    await startComment(page, WORDS);
    await editor().waitFor();
    await page.keyboard.type('Half a thought');
    const me = await ben.get<Me>('/api/me');
    await olga.send('PATCH', `/api/groups/${me.groups[0]!.id}/members/${me.id}`, {
      role: 'observer',
    });
    await page.getByText('You can read here, but not write any more.').waitFor();
    await page.locator('[contenteditable="false"]').getByText('Half a thought').waitFor();
    await page.getByRole('button', { name: 'Copy', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Comment', exact: true }).count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    await saved(page);
    expect(await annotations()).toEqual([]);
  });

  it('on a passage longer than a record is told at once, and nothing is sent', async () => {
    const article = await olga.send<{ id: string }>('POST', '/api/articles', {
      title: 'Long',
      text: 'One word after another. '.repeat(3000),
    });
    const { groups } = await olga.get<Me>('/api/me');
    const made = { group: groups[0]!.id, article: article.id, phase: 'open' };
    path = `/readings/${(await olga.send<{ id: string }>('POST', '/api/readings', made)).id}`;
    opened = await openWindow(browser, server.url, olga);
    page = opened.page;
    await open(page, path);
    await page.evaluate(() => {
      const block = document.querySelector('article [data-start]');
      if (block !== null) document.getSelection()?.selectAllChildren(block);
    });
    await toolbar(page).waitFor();
    await page.keyboard.press('1');
    await page.getByText('This passage is too long to mark at once').waitFor();
    await saved(page);
    expect(await annotations()).toEqual([]);
  });

  it('that is empty is refused calmly, and nothing is stored', async () => {
    await start();
    await startComment(page, WORDS);
    await editor().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('There is nothing to send yet.').waitFor();
    expect(await annotations()).toEqual([]);
  });

  it('edited in two windows at once: the second is told, and both texts stay', async () => {
    await start();
    await comment(page, WORDS, 'First wording');
    const margin = page.getByRole('complementary', { name: 'Annotations' });
    await margin.getByRole('button', { name: 'Edit' }).click();
    await editor().waitFor();
    const other = await opened.context.newPage();
    await open(other, path);
    const otherMargin = other.getByRole('complementary', { name: 'Annotations' });
    await otherMargin.getByText('First wording').click();
    await otherMargin.getByRole('button', { name: 'Edit' }).click();
    await other.locator('[contenteditable="true"]').waitFor();
    await other.keyboard.type(', changed elsewhere');
    await other.keyboard.press('Control+Enter');
    await saved(other);
    await page.bringToFront();
    await editor().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(', changed here');
    await page
      .getByText(/changed .*(tab|window|meanwhile)/i)
      .first()
      .waitFor();
    await page.getByText('First wording, changed elsewhere').first().waitFor();
    await page.getByText('First wording, changed here').first().waitFor();
  });
});
