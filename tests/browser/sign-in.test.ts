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

it('an invite that I used already leads on, and lets in who else is at this browser', async () => {
  const page = await stage.windowOf(null);
  await page.goto(`/join/${stage.server.inviteCode}`);
  await page.getByLabel(/name/i).fill('Rita Reload');
  await page.getByRole('button', { name: /join/i }).click();
  await page.getByLabel('Your return link').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: /^You are in .+ already$/ }).waitFor();
  await page.getByRole('button', { name: 'I am somebody else' }).waitFor();
  await page.getByRole('button', { name: 'Go on as Rita Reload' }).click();
  await page.getByText('Has Putin blinked?').first().waitFor();
});

it('signed out in another window: what I do is not done, and what I typed stays', async () => {
  const { page, context } = await openWindow(stage.browser, stage.server.url, stage.olga);
  await page.goto('/groups/new');
  const field = page.getByLabel('Name of the group');
  await field.fill('Typed while signed out');
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.getByRole('button', { name: 'Make the group' }).click();
  await page.getByText('You are signed out. Sign in in another tab').waitFor();
  expect(await field.inputValue()).toBe('Typed while signed out');
  await context.addCookies(cookies);
  await page.getByRole('button', { name: 'Make the group' }).click();
  await page.waitForURL(/\/groups\/\w{10,}$/);
  await context.close();
});
