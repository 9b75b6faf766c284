import type { Locator, Page } from 'playwright-core';
import type { Client } from '#tests/integration/client.ts';
import { selectWords } from './select-words.ts';

/** The parts of the reading room as a person names them. */
export const chip = (page: Page): Locator =>
  page.getByRole('status').filter({ hasText: /Saved|Saving|Offline|Connecting/ });

export const saved = (page: Page): Promise<void> =>
  chip(page).filter({ hasText: 'Saved' }).waitFor();

export const mark = (page: Page, words: string): Locator =>
  page.locator('article mark', { hasText: words });

export const toolbar = (page: Page): Locator =>
  page.getByRole('toolbar', { name: 'Mark the selected words' });

/** Opens the reading and waits until it is live. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await saved(page);
}

export async function startComment(page: Page, words: string): Promise<void> {
  await selectWords(page, words);
  await toolbar(page).getByRole('button', { name: 'Comment' }).click();
}

/** Comments on the words; the comment is on the page then, saved or not. */
export async function comment(page: Page, words: string, text: string): Promise<void> {
  await startComment(page, words);
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await page.locator('[role="comment"]').filter({ hasText: text }).first().waitFor();
}

/** A reading of its own of the first article, so that tests do not see each other's marks. Gives its path. */
export async function newReading(instructor: Client, title = 'blinked'): Promise<string> {
  const [first] = await instructor.get<{ group: string }[]>('/api/readings');
  const articles = await instructor.get<{ id: string; title: string }[]>('/api/articles');
  const article = articles.find((one) => one.title.includes(title));
  if (first === undefined || article === undefined) throw new Error(`no article “${title}”`);
  const made = await instructor.send<{ id: string }>('POST', '/api/readings', {
    group: first.group,
    article: article.id,
    phase: 'open',
  });
  return `/readings/${made.id}`;
}
