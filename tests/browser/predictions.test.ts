import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ReadingView } from '#lib/protocol/http.ts';
import { type PredictionWriter, predictionWriter } from '#tests/fixtures/judged-predictions.ts';
import { newReading } from './room.ts';
import { setStage } from './stage.ts';

const stage = setStage();

/** Predictions of the digest, as they are printed. */
const CLAIMS = [
  'He would not lose it, not on the battlefield.',
  'his aircraft would own the sky within days',
  'Thousands of Russians and many more Ukrainians would die.',
  'Sanctions would eat the money that keeps his friends loyal.',
];
const WEDGE = 'Either way the wedge will not go in.';
const BACK = 'A man who backs down because the price was too high will be back when it falls.';

async function writersIn(path: string): Promise<[olga: PredictionWriter, ben: PredictionWriter]> {
  const readings = await stage.olga.get<ReadingView[]>('/api/readings');
  const reading = readings.find(({ id }) => path.endsWith(id))!;
  return [await predictionWriter(stage.olga, reading), await predictionWriter(stage.ben, reading)];
}

async function ledgerPath(): Promise<string> {
  const [first] = await stage.olga.get<ReadingView[]>('/api/readings');
  return `/groups/${first!.group}/predictions`;
}

const card = (page: Page, words: string): Locator => page.getByRole('article', { name: words });

async function sayHowSure(page: Page, words: string, step: string): Promise<void> {
  await card(page, words).getByRole('radio', { name: step, exact: true }).check();
  await card(page, words).getByRole('button', { name: 'Say so' }).click();
  await card(page, words).getByText(`You: ${step}`).waitFor();
}

it('[PP4] [PP5] [PS2] one says how sure it sounds and enters an outcome with evidence, another signs it, and both see the score', async () => {
  const path = await newReading(stage.olga);
  const [olgas, bens] = await writersIn(path);
  for (const [at, words] of CLAIMS.entries()) {
    const on = await olgas.predict(words);
    await bens.say({ kind: 'sounds', on, step: 5 });
    const result = at === 0 ? 'false' : 'true';
    const outcome = await bens.say({ kind: 'outcome', on, result, evidence: [{ note: 'Seen.' }] });
    await olgas.say({ kind: 'signoff', on: outcome, agree: true });
  }
  await olgas.predict(WEDGE, { prediction: { by: 'end of 2022', judgedBy: 'the communiqués' } });

  const olga = await stage.windowOf(stage.olga);
  const ben = await stage.windowOf(stage.ben, { width: 390, height: 800, touch: true });
  await Promise.all([olga.goto(await ledgerPath()), ben.goto(await ledgerPath())]);
  await olga.getByText('4 counted so far; from 5 on there is a number').waitFor();
  const hers = card(olga, WEDGE);
  await hers.getByText('end of 2022 (has passed)').waitFor();
  await hers.getByText('the communiqués').waitFor();
  expect(await hers.getByText('How likely do you think').count()).toBe(0);
  expect(await hers.getByText('What came of it?').count()).toBe(0);
  await hers.getByText('First say how sure it sounds').waitFor();

  await sayHowSure(olga, WEDGE, 'fairly sure');
  await hers.getByRole('radio', { name: 'came true', exact: true }).check();
  await hers.getByRole('button', { name: 'Save this answer' }).click();
  await hers.getByRole('alert').filter({ hasText: 'Say what it rests on' }).waitFor();
  await hers.getByLabel('When did it show?').fill('2022-12-31');
  await hers.getByLabel('Link').fill('example.org/communique');
  await hers.getByLabel('What it says there').fill('We stand together.');
  await hers.getByRole('button', { name: 'Save this answer' }).click();
  await hers.getByText('came true, 31 December 2022 · said by you').waitFor();
  await hers.getByText('Somebody else has to look at the evidence and confirm it.').waitFor();
  expect(await hers.getByRole('button', { name: /confirm it/ }).count()).toBe(0);

  const his = card(ben, WEDGE);
  await ben.reload();
  await his.getByText('First say how sure it sounds').waitFor();
  expect(await his.getByText('came true').count()).toBe(0);
  await sayHowSure(ben, WEDGE, 'half sure');
  await his
    .getByText(
      'The group: between half sure and fairly sure (the middle of what 2 people said; counted as 62.5 %)',
    )
    .waitFor();
  const link = his.getByRole('link', { name: 'https://example.org/communique' });
  expect(await link.getAttribute('rel')).toContain('noreferrer');
  await his.getByRole('button', { name: /confirm it/ }).click();
  await his.getByText('Confirmed by you.').waitFor();

  // (0.95² + 3 · 0.05² + 0.375²) / 5
  const score = '0.21 from 5 predictions';
  await Promise.all([olga.getByText(score).waitFor(), ben.getByText(score).waitFor()]);
  await hers.getByText('Confirmed by Ben Noor.').waitFor();
});

it('[PP3] [PS1] others’ forecasts are folded away until mine is given', async () => {
  const path = await newReading(stage.olga);
  const [olgas] = await writersIn(path);
  const on = await olgas.predict(BACK, { prediction: { by: '2099' } });
  await olgas.say({ kind: 'forecast', on, percent: 35 });
  const ben = await stage.windowOf(stage.ben);
  await ben.goto(await ledgerPath());
  const his = card(ben, BACK);
  await his
    .getByText('1 person has said already. You see it when you have given your own forecast')
    .waitFor();
  expect(await his.getByText('35 %').count()).toBe(0);
  await his.getByRole('spinbutton', { name: /How likely/ }).fill('80');
  await ben.keyboard.press('Enter');
  await his.getByText('Olga Owner: 35 %').waitFor();
  expect(await his.getByRole('spinbutton').inputValue()).toBe('80');
  await his.getByRole('spinbutton').fill('75');
  await ben.keyboard.press('Enter');
  const ledger = async (): Promise<{ predictions: { forecasts: { percent: number }[] }[] }> =>
    stage.ben.get(`/api${path}/predictions`);
  await expect
    .poll(async () =>
      (await ledger()).predictions[0]!.forecasts.map(({ percent }) => percent).toSorted(
        (a, b) => a - b,
      ),
    )
    .toEqual([35, 75]);
});

it('[PP6] [PP8] by keyboard alone: the filter, how sure it sounds, and an outcome', async () => {
  const path = await newReading(stage.olga);
  const [olgas] = await writersIn(path);
  const claim = 'because it could slip out of every hand';
  await olgas.predict(claim);
  const page = await stage.windowOf(stage.olga);
  await page.goto(await ledgerPath());
  await page.getByRole('radio', { name: /^all/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => card(page, claim).count()).toBe(0);
  await page.keyboard.press('ArrowDown');
  await card(page, claim).waitFor();
  await card(page, claim).getByRole('radio', { name: 'certain', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await card(page, claim).getByText('You: certain').waitFor();
  await card(page, claim)
    .getByRole('radio', { name: /^does not apply/ })
    .focus();
  await page.keyboard.press('Space');
  await card(page, claim).getByLabel('Note').fill('No condition was met.');
  await card(page, claim).getByRole('button', { name: 'Save this answer' }).press('Enter');
  await card(page, claim).getByText('does not apply · said by you').waitFor();
});

it('[PP9] what is typed of an answer outlasts a reload and a new sign-in, until it is saved or emptied', async () => {
  const path = await newReading(stage.olga);
  const [olgas] = await writersIn(path);
  const claim = 'because it could slip out of every hand';
  const on = await olgas.predict(claim);
  await olgas.say({ kind: 'sounds', on, step: 4 });
  const page = await stage.windowOf(stage.olga);
  await page.goto(`${await ledgerPath()}#a=${on}`);
  const focused = page.locator('article:focus');
  await focused.waitFor();
  const mine = page.locator(`article[id="${await focused.getAttribute('id')}"]`);
  await mine.getByRole('radio', { name: /^did not come true/ }).check();
  await mine.getByLabel('When did it show?').fill('2022-12-31');
  await mine.getByRole('button', { name: 'More evidence' }).click();
  await mine.getByLabel('Note').last().fill('Half a thought about the record');

  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.context().addCookies(cookies);
  await page.goto(`${await ledgerPath()}#a=${on}`);
  await mine.getByText('What you typed before was kept on this device.').waitFor();
  expect(await mine.getByLabel('Note').last().inputValue()).toContain('Half a thought');
  expect(await mine.getByLabel('When did it show?').inputValue()).toBe('2022-12-31');
  expect(await mine.getByRole('radio', { name: /^did not come true/ }).isChecked()).toBe(true);

  await mine.getByRole('button', { name: 'Save this answer' }).click();
  await mine.getByText('did not come true, 31 December 2022 · said by you').waitFor();
  await expect.poll(() => keptAnswers(page)).toBe(0);
  // Another answer is folded away until there is something in it.
  await mine.getByText('Give another answer').click();
  await mine.getByLabel('Note').fill('On second thoughts');
  expect(await keptAnswers(page)).toBe(1);
  await page.reload();
  await mine.getByRole('button', { name: 'Empty the form' }).click();
  await expect.poll(() => keptAnswers(page)).toBe(0);
  expect(await mine.getByLabel('Note').inputValue()).toBe('');
});

/** Answers that are typed and not saved, on this device. */
const keptAnswers = (page: Page): Promise<number> =>
  page.evaluate(
    () => Object.keys(localStorage).filter((slot) => slot.includes('postil-outcome')).length,
  );

it('[PP1] a mark’s details lead to its card, and the card to its place in the reading', async () => {
  const path = await newReading(stage.olga);
  const [olgas] = await writersIn(path);
  const on = await olgas.predict(BACK);
  const page = await stage.windowOf(stage.olga);
  await page.goto(`${path}#a=${on}`);
  await page.getByRole('button', { name: 'Details', exact: true }).click();
  await page.getByRole('link', { name: 'in the ledger' }).click();
  await page.waitForURL(/predictions#a=/);
  const focused = page.locator('article:focus');
  await focused.waitFor();
  await focused.getByRole('link', { name: BACK }).click();
  await page.waitForURL(new RegExp(`${path}#a=`));
  await page.locator('article mark', { hasText: BACK }).waitFor();
});

it('[PP1] a link to what is no prediction says so', async () => {
  const page = await stage.windowOf(stage.ben);
  await page.goto(`${await ledgerPath()}#a=nobody/record-000001`);
  await page.getByText('is not one any more, or it is not yours to see').waitFor();
});

it('[PP8] a word longer than the page breaks, wherever somebody wrote it', async () => {
  const path = await newReading(stage.olga);
  const [olgas, bens] = await writersIn(path);
  const word = 'W'.repeat(1000);
  const prediction = { by: word.slice(0, 200), judgedBy: word.slice(0, 200) };
  const on = await olgas.predict(WEDGE, { prediction });
  await bens.say({ kind: 'sounds', on, step: 5 });
  const evidence = [{ url: `https://example.org/${word}`, quote: word, note: word }];
  await bens.say({ kind: 'outcome', on, result: 'true', evidence });
  const page = await stage.windowOf(stage.ben, { width: 390, touch: true });
  await page.goto(`${await ledgerPath()}#a=${on}`);
  await page.getByText(word).first().waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
});

it('[PP5] a day that has not come is refused in words, and the form says how much room is left', async () => {
  const path = await newReading(stage.olga);
  const [olgas] = await writersIn(path);
  const on = await olgas.predict(BACK, { prediction: { by: '2022' } });
  const page = await stage.windowOf(stage.olga);
  await page.goto(`${await ledgerPath()}#a=${on}`);
  const last = card(page, BACK).last();
  await last.getByRole('radio', { name: 'certain', exact: true }).check();
  await last.getByRole('button', { name: 'Say so' }).click();
  await last.getByRole('radio', { name: 'came true', exact: true }).check();
  await last.getByLabel('When did it show?').fill('2999-12-31');
  await last.getByLabel('Note').fill('x'.repeat(4600));
  await last.getByText('4,600 of 5,000 characters').waitFor();
  await last.getByRole('button', { name: 'Save this answer' }).click();
  await last.getByText('has not come yet').waitFor();
  await last.getByLabel('When did it show?').fill('2022-12-31');
  await last.getByRole('button', { name: 'Save this answer' }).click();
  await last.getByText('31 December 2022').waitFor();
});

it.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)('[PP8] [A7] axe finds nothing in the %s theme at %i px', async (theme, width) => {
  const page = await stage.windowOf(stage.ben, { theme, width, touch: width < 1024 });
  await page.goto(await ledgerPath());
  await page.getByRole('article').first().waitFor();
  await page.screenshot({
    path: `tests/.artifacts/predictions ${width} ${theme}.png`,
    fullPage: true,
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
