import { expect, it } from 'vitest';
import { OWNER } from '#tests/integration/postil-server.ts';
import { openWindow } from './reader-window.ts';
import { setStage } from './stage.ts';

/** The doors, where something is in the way. */
const stage = setStage();

it('a browser that keeps no cookies is told so, and what was typed stays', async () => {
  const page = await stage.windowOf(null);
  await page.route('**/api/auth/csrf', (route) => route.fulfill({ json: { csrfToken: 'none' } }));
  await page.goto('/sign-in');
  await page.getByLabel('Mail address').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').filter({ hasText: 'Allow cookies' }).waitFor();
  expect(await page.getByLabel('Mail address').inputValue()).toBe(OWNER.email);
});

it('an invite that is revoked while the form is open says what to do', async () => {
  const [reading] = await stage.olga.get<{ group: string }[]>('/api/readings');
  const invites = `/api/groups/${reading?.group}/invites`;
  const { code } = await stage.olga.send<{ code: string }>('POST', invites, { role: 'annotator' });
  // Not the stage's: the browser complains of the 401 that is meant.
  const { page, context } = await openWindow(stage.browser, stage.server.url, null);
  await page.goto(`/join/${code}`);
  await page.getByLabel(/name/i).fill('Late Comer');
  await stage.olga.send('DELETE', `${invites}/${code}`);
  await page.getByRole('button', { name: /join/i }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: /invite/i })
    .waitFor();
  expect(await page.getByLabel(/name/i).inputValue()).toBe('Late Comer');
  await context.close();
});

it('an instructor who leaves a group comes to the library, signed in', async () => {
  const nina = await stage.server.member('Nina Leaves');
  const { id, groups } = await nina.get<{ id: string; groups: { id: string }[] }>('/api/me');
  const group = groups[0]?.id ?? '';
  await stage.olga.send('PATCH', `/api/groups/${group}/members/${id}`, { role: 'instructor' });
  const page = await stage.windowOf(nina);
  await page.goto(`/groups/${group}`);
  await page.getByRole('button', { name: 'What you can do with Nina Leaves' }).click();
  await page.getByRole('menuitem', { name: 'Leave the group' }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.waitForURL(/\/$/);
  await page.getByRole('button', { name: /Nina Leaves/ }).waitFor();
});
