import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  ArticleView,
  GroupView,
  InviteView,
  LoggedRecord,
  Me,
  MemberView,
  Problem,
  ReadingMember,
  ReadingView,
} from '#lib/protocol/http.ts';
import type { Block } from '#lib/article/document.ts';
import type { Insight } from '#lib/insight/insight.ts';
import type { Client } from './client.ts';
import { OWNER, type PostilServer, settingsOnly, startServer } from './postil-server.ts';

let server: PostilServer;
let owner: Client;
let anna: Client;
let firstGroup: string;
let reading: ReadingView;

let beforeSetup: string;

beforeAll(async () => {
  server = await startServer({ env: { LIMIT_FAILED_SIGNINS_PER_MINUTE: '200' } });
  beforeSetup = await (await server.client().fetch('/sign-in')).text();
  owner = await server.owner();
  anna = await server.member('Anna Baum');
  firstGroup = (await anna.get<Me>('/api/me')).groups[0]!.id;
  reading = (await anna.get<ReadingView[]>('/api/readings'))[0]!;
});

afterAll(async () => {
  await server.stop();
});

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await response.json()) as Problem;
  expect(problem.status).toBe(response.status);
  expect(problem.title).toMatch(/^[A-Z“].*\.$/);
  return problem;
}

describe('the first start', () => {
  test('prints the two links, each alone on its line', () => {
    expect(server.output()).toMatch(/^setup: {2}http:\/\/localhost:\d+\/setup\?token=[\w-]{32}$/m);
    expect(server.output()).toMatch(/^invite: http:\/\/localhost:\d+\/join\/[\w-]{14}$/m);
  });

  test('makes the secret readable by its owner alone', () => {
    expect(statSync(join(server.dataDir, 'auth-secret')).mode & 0o777).toBe(0o600);
  });

  test('makes readings of both articles, as digests where no full text is', async () => {
    const readings = await anna.get<ReadingView[]>('/api/readings');
    expect(readings.map(({ article }) => article.title)).toEqual([
      'Has Putin blinked?',
      'We can’t give Putin his off-Disaster',
    ]);
    for (const { article, place, phase, role } of readings)
      expect({ digest: article.digest, place, phase, role }).toEqual({
        digest: true,
        place: 'shared',
        phase: 'open',
        role: 'annotator',
      });
  });

  test('the sign-in page asks for a password only once somebody can have one', async () => {
    expect(beforeSetup).toContain('not set up yet');
    expect(beforeSetup).not.toContain('type="password"');
    expect(await (await server.client().fetch('/sign-in')).text()).toContain('type="password"');
  });

  test('health needs no session', async () => {
    const health = await server.client().get<Record<string, unknown>>('/api/health');
    expect(health).toMatchObject({ status: 'ok', store: 'sqlite', version: expect.any(String) });
  });
});

describe('signing in', () => {
  test('the setup link works once', async () => {
    const token = new URL(server.setupUrl).searchParams.get('token')!;
    const problem = await server.client().signIn('setup', { token, ...OWNER });
    expect(problem).toContain('setup link was used');
  });

  test('the owner is an instructor, who joins by invite what the invite says', async () => {
    expect((await owner.get<Me>('/api/me')).groups).toEqual([
      { id: firstGroup, name: expect.any(String), role: 'instructor' },
    ]);
    expect((await anna.get<Me>('/api/me')).groups[0]!.role).toBe('annotator');
  });

  test('who joined with a name only is known to have no way back but the return link', async () => {
    expect((await anna.get<Me>('/api/me')).canSignIn).toBe(false);
    expect((await owner.get<Me>('/api/me')).canSignIn).toBe(true);
  });

  test('by password, on 127.0.0.1 as on localhost, with a cookie that scripts cannot read', async () => {
    const there = server.client();
    const { email, password } = OWNER;
    const body = async (origin: string): Promise<Response> => {
      const csrf = await there.fetch(`${origin}/api/auth/csrf`);
      const { csrfToken } = (await csrf.json()) as { csrfToken: string };
      return there.fetch(`${origin}/api/auth/callback/password`, {
        method: 'POST',
        body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
        headers: { Origin: origin },
      });
    };
    for (const host of ['127.0.0.1', 'localhost']) {
      const origin = `http://${host}:${new URL(server.url).port}`;
      // oxlint-disable-next-line no-await-in-loop -- one jar
      const answer = await body(origin);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ url: origin });
      expect(answer.headers.getSetCookie().join()).toMatch(
        /session-token=.*HttpOnly; SameSite=Lax/,
      );
    }
  });

  test('wrong password, unknown invite and unknown return link say what to do', async () => {
    const stranger = server.client();
    expect(await stranger.signIn('password', { email: OWNER.email, password: 'no' })).toContain(
      'wrong',
    );
    expect(await stranger.signIn('invite', { code: 'none', name: 'X' })).toContain('Ask whoever');
    expect(await stranger.signIn('return', { token: 'none' })).toContain('Ask an instructor');
    expect(await stranger.signIn('invite', { code: server.inviteCode, name: ' ' })).toContain(
      'name',
    );
    expect((await stranger.fetch('/api/me')).status).toBe(401);
  });

  test('looking at links consumes nothing', async () => {
    const invite = new URL(server.inviteUrl).pathname;
    await Promise.all([1, 2, 3].map(() => server.client().fetch(invite)));
    await expect(server.member('After Looking')).resolves.toBeDefined();
  });

  test('a return link brings its member back, a new one voids it, and it can be revoked', async () => {
    const ben = await server.member('Ben');
    const link = (): Promise<{ url: string }> => ben.send('POST', '/api/me/return-link');
    const back = async ({ url }: { url: string }): Promise<string | null> => {
      const token = url.slice(url.lastIndexOf('/') + 1);
      return server.client().signIn('return', { token });
    };
    const first = await link();
    expect(first.url).toMatch(new RegExp(`^${server.url}/return/[\\w-]{32}$`));
    expect(await back(first)).toBeNull();
    const second = await link();
    expect(await back(first)).toContain('replaced');
    expect(await back(second)).toBeNull();
    await ben.send('DELETE', '/api/me/return-link');
    expect(await back(second)).toContain('revoked');
  });

  test('signing out ends this session, signing out everywhere all of them', async () => {
    const carl = await server.member('Carl');
    const { url } = await carl.send<{ url: string }>('POST', '/api/me/return-link');
    const elsewhere = server.client();
    await elsewhere.signIn('return', { token: url.slice(url.lastIndexOf('/') + 1) });
    await carl.signOut();
    expect((await carl.fetch('/api/me')).status).toBe(401);
    expect((await elsewhere.fetch('/api/me')).status).toBe(200);
    const stolen = { headers: { Cookie: elsewhere.cookieHeader } };
    await elsewhere.send('POST', '/api/me/sign-out-everywhere');
    expect((await fetch(`${server.url}/api/me`, stolen)).status).toBe(401);
    expect(await (await fetch(`${server.url}/api/auth/session`, stolen)).json()).toEqual({});
  });

  test('an error leads a form without script to the sign-in page, whatever letters it has', async () => {
    const answer = await anna.fetch('/api/auth/error?error=%E2%80%9Cna%C3%AFve%E2%80%9D');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/sign-in?error=%E2%80%9Cna%C3%AFve%E2%80%9D');
  });
});

describe('groups', () => {
  test('equal names are told apart in the order of joining', async () => {
    await server.member('Anna Baum');
    const members = await anna.get<MemberView[]>(`/api/groups/${firstGroup}/members`);
    const names = members.map(({ name }) => name);
    expect(names).toContain('Anna Baum');
    expect(names).toContain('Anna Baum (2)');
  });

  test('who is not a member learns nothing, who is no instructor changes nothing', async () => {
    const { id } = await owner.send<GroupView>('POST', '/api/groups', { name: 'Faculty' });
    const foreign = await anna.fetch(`/api/groups/${id}/members`);
    expect((await problemOf(foreign)).status).toBe(404);
    const own = await anna.request('POST', `/api/groups/${firstGroup}/invites`, {
      role: 'instructor',
    });
    expect((await problemOf(own)).status).toBe(403);
  });

  test('an invite may name a reading and a role; revoked it no longer works', async () => {
    const invite = await owner.send<InviteView>('POST', `/api/groups/${firstGroup}/invites`, {
      role: 'observer',
      reading: reading.id,
    });
    expect(invite.url).toBe(`${server.url}/join/${invite.code}`);
    const watcher = await server.member('Watcher', invite.code);
    expect((await watcher.get<Me>('/api/me')).groups[0]!.role).toBe('observer');
    const path = `/api/groups/${firstGroup}/invites/${invite.code}`;
    expect((await owner.request('DELETE', path)).status).toBe(204);
    expect(await server.client().signIn('invite', { code: invite.code, name: 'X' })).toContain(
      'revoked',
    );
  });

  test('opening an invite while signed in joins as oneself', async () => {
    const group = await owner.send<GroupView>('POST', '/api/groups', { name: 'Second' });
    const { code } = await owner.send<InviteView>('POST', `/api/groups/${group.id}/invites`, {
      role: 'annotator',
    });
    const joined = await anna.send<unknown>('POST', `/api/invites/${code.toUpperCase()}`);
    expect(joined).toEqual({ group: group.id, reading: null });
    expect((await anna.get<Me>('/api/me')).groups.map(({ name }) => name)).toContain('Second');
  });

  test('roles change, removal ends the session, and a group keeps an instructor', async () => {
    const dora = await server.member('Dora');
    const { id } = await dora.get<Me>('/api/me');
    const path = `/api/groups/${firstGroup}/members/${id}`;
    const changed = await owner.send<MemberView>('PATCH', path, { role: 'observer' });
    expect(changed).toMatchObject({ id, name: 'Dora', role: 'observer', canSignIn: false });
    const link = await owner.send<{ url: string }>('POST', `${path}/return-link`);
    expect(link.url).toContain('/return/');
    expect((await owner.request('DELETE', path)).status).toBe(204);
    expect((await dora.fetch('/api/me')).status).toBe(401);
    const self = (await owner.get<Me>('/api/me')).id;
    const last = `/api/groups/${firstGroup}/members/${self}`;
    expect((await problemOf(await owner.request('DELETE', last))).status).toBe(409);
    const link2 = await owner.request('POST', `${last}/return-link`, {});
    expect((await problemOf(link2)).status).toBe(409);
  });
});

describe('names and leaving', () => {
  test('an instructor who leaves stays signed in, and learns nothing more of the group', async () => {
    const nina = await server.member('Nina Leaves');
    const { id } = await nina.get<Me>('/api/me');
    const path = `/api/groups/${firstGroup}/members/${id}`;
    await owner.send('PATCH', path, { role: 'instructor' });
    expect((await nina.request('DELETE', path)).status).toBe(204);
    expect((await nina.get<Me>('/api/me')).groups).toEqual([]);
    expect((await nina.fetch(`/api/groups/${firstGroup}/members`)).status).toBe(404);
    expect((await nina.fetch(`/api/readings/${reading.id}/text`)).status).toBe(404);
  });

  test('a name is one line that can be seen', async () => {
    const made = await owner.send<GroupView>('POST', '/api/groups', {
      name: ' \u202eSecond\n group ',
    });
    expect(made.name).toBe('Second group');
    for (const name of ['\u200b', '\u0301', '\ud800'])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await problemOf(await owner.request('POST', '/api/groups', { name }))).title).toBe(
        'Give a name.',
      );
    const { inviteCode: code } = server;
    expect(await server.client().signIn('invite', { code, name: '\u2066\u200b' })).toContain(
      'Give the name',
    );
  });

  test.each(['//elsewhere.example', '/%09/elsewhere.example', '/%5Celsewhere.example'])(
    'who is signed in is not led away by ?to=%s',
    async (to) => {
      const answer = await owner.fetch(`/sign-in?to=${to}`);
      expect(answer.headers.get('location')).toBe('/');
    },
  );
});

describe('articles', () => {
  test('a text becomes an article, and a group reads it', async () => {
    const text = 'A heading\n\nSnow fell — “again” 👍🏽.\n\nIt will fall tomorrow.';
    const article = await owner.send<ArticleView>('POST', '/api/articles', { title: 'Snow', text });
    expect(article).toMatchObject({ title: 'Snow', digest: false, words: 11 });
    const made = await owner.send<ReadingView>('POST', '/api/readings', {
      group: firstGroup,
      article: article.id,
      phase: 'open',
    });
    const canonical = await (await anna.fetch(`/api/readings/${made.id}/text`)).text();
    const blocks = await anna.get<Block[]>(`/api/readings/${made.id}/blocks`);
    expect(blocks.map(({ start, end }) => canonical.slice(start, end)).join('\n')).toBe(canonical);
    expect(canonical).toContain('“again” 👍🏽');
    expect((await anna.get<ArticleView[]>('/api/articles')).map(({ id }) => id)).toContain(
      article.id,
    );
  });

  test('a proposal stores nothing, and what was confirmed becomes article and readings', async () => {
    const form = new FormData();
    form.set('file', new File(['Title line\n\nThe text of it goes on here.'], 'note.txt'));
    const answer = await owner.fetch('/api/articles/proposal', { method: 'POST', body: form });
    const proposal = (await answer.json()) as { title: string; blocks: { text: string }[] };
    expect(proposal.blocks.map(({ text }) => text)).toContain('The text of it goes on here.');
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'It goes on.' }] };
    const confirmed = await owner.send<{ article: ArticleView; readings: ReadingView[] }>(
      'POST',
      '/api/articles/confirm',
      { title: 'Note', document: { type: 'doc', content: [paragraph] }, groups: [firstGroup] },
    );
    expect(confirmed.readings.map(({ article }) => article.id)).toEqual([confirmed.article.id]);
  });

  test('bad files are refused in words that help', async () => {
    const upload = async (bytes: Uint8Array<ArrayBuffer>): Promise<Problem> => {
      const form = new FormData();
      form.set('file', new File([bytes], 'x.txt'));
      return problemOf(await owner.fetch('/api/articles', { method: 'POST', body: form }));
    };
    await expect(upload(new Uint8Array(0))).resolves.toMatchObject({ status: 422 });
    await expect(upload(Uint8Array.of(0xff, 0x20, 0xe9))).resolves.toMatchObject({ status: 422 });
    await expect(upload(Uint8Array.of(0, 1, 2, 3))).resolves.toMatchObject({ status: 422 });
    await expect(upload(new Uint8Array(21_000_000))).resolves.toMatchObject({ status: 413 });
  });

  test('a text made to take minutes is answered in words, and everybody else meanwhile', async () => {
    const attributes = Array.from({ length: 200_000 }, (_, index) => `a${index}=1`).join(' ');
    let answered = false;
    const hostile = owner
      .request('POST', '/api/articles/proposal', { html: `<p ${attributes}>x</p>` })
      .finally(() => {
        answered = true;
      });
    const [me, honest] = await Promise.all([
      anna.get<Me>('/api/me'),
      anna.send<{ title: string }>('POST', '/api/articles/proposal', { text: 'Snow\n\nIt fell.' }),
    ]);
    expect(me.name).toBe('Anna Baum');
    expect(honest.title).toBe('Snow');
    expect(answered).toBe(false);
    const problem = await problemOf(await hostile);
    expect(problem).toMatchObject({
      status: 422,
      title: expect.stringMatching(/^This takes too long to read/),
    });
  });

  test('an article that somebody else imported is not mine to read', async () => {
    const mine = await anna.send<ArticleView>('POST', '/api/articles', {
      title: 'Draft',
      text: 'Only for me to see.',
    });
    const foreign = await owner.request('POST', '/api/readings', {
      group: firstGroup,
      article: mine.id,
      phase: 'open',
    });
    expect((await problemOf(foreign)).status).toBe(404);
  });
});

describe('readings', () => {
  test('phase and due date are changed by instructors alone', async () => {
    const path = `/api/readings/${reading.id}`;
    const due = '2030-01-01T12:00:00.000Z';
    expect(await owner.send('PATCH', path, { due })).toMatchObject({ due, phase: 'open' });
    expect(await owner.send('PATCH', path, { phase: 'closed' })).toMatchObject({ phase: 'closed' });
    await owner.send('PATCH', path, { phase: 'open', due: null });
    expect((await problemOf(await anna.request('PATCH', path, { due }))).status).toBe(403);
  });

  test('a digest’s note fits what its reader may do about it', async () => {
    const noteFor = async (client: Client): Promise<string | null | undefined> =>
      (await client.get<ReadingView[]>('/api/readings')).find(({ id }) => id === reading.id)
        ?.article.note;
    expect(await noteFor(owner)).toContain('Give its text');
    expect(await noteFor(anna)).toContain('An instructor of the group');
    expect(reading.fullText).toBeNull();
  });

  test('my place in the text is kept', async () => {
    const path = `/api/readings/${reading.id}/me`;
    expect((await anna.request('PUT', path, { position: 120 })).status).toBe(204);
    expect((await problemOf(await anna.request('PUT', path, { position: -1 }))).status).toBe(422);
  });

  test('members, annotations, insight and a sync token', async () => {
    const path = `/api/readings/${reading.id}`;
    const members = await anna.get<ReadingMember[]>(`${path}/members`);
    expect(members[0]).toMatchObject({ name: OWNER.name, here: false, done: false });
    expect(await anna.get<LoggedRecord[]>(`${path}/annotations?format=json`)).toEqual([]);
    expect(await anna.get<Insight>(`${path}/insight`)).toMatchObject({ annotations: 0, tags: [] });
    const asked = { reading: reading.id, place: 'shared' };
    const token = await anna.send<{ token: string; expires: string }>(
      'POST',
      '/api/sync-token',
      asked,
    );
    expect(Date.parse(token.expires)).toBeGreaterThan(Date.now() + 3_000_000);
    const other = await anna.request('POST', '/api/sync-token', { ...asked, place: 'desk/x' });
    expect((await problemOf(other)).status).toBe(404);
    const unknown = await anna.fetch(`${path}/annotations?format=pdf`);
    expect((await problemOf(unknown)).status).toBe(422);
  });

  test('a reading of another group is not to be found', async () => {
    const stranger = await server.member('Stranger');
    const id = (await stranger.get<Me>('/api/me')).id;
    await owner.send('DELETE', `/api/groups/${firstGroup}/members/${id}`);
    const group = await owner.send<GroupView>('POST', '/api/groups', { name: 'Elsewhere' });
    const { code } = await owner.send<InviteView>('POST', `/api/groups/${group.id}/invites`, {
      role: 'annotator',
    });
    const outsider = await server.member('Outsider', code);
    for (const part of ['text', 'blocks', 'members', 'annotations', 'insight', 'moments']) {
      // oxlint-disable-next-line no-await-in-loop -- each is its own question
      const answer = await outsider.fetch(`/api/readings/${reading.id}/${part}`);
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect((await problemOf(answer)).status).toBe(404);
    }
  });
});

describe('the front door', () => {
  test('a foreign Origin is turned away on everything but reading', async () => {
    const headers = { Origin: 'https://evil.example', 'Content-Type': 'application/json' };
    const post = await anna.fetch('/api/groups', { method: 'POST', headers, body: '{"name":"x"}' });
    expect((await problemOf(post)).status).toBe(403);
    const auth = await anna.fetch('/api/auth/callback/password', { method: 'POST', headers });
    expect((await problemOf(auth)).status).toBe(403);
    expect((await anna.fetch('/api/me', { headers })).status).toBe(200);
    const opaque = await anna.fetch('/api/groups', { method: 'POST', headers: { Origin: 'null' } });
    expect(opaque.status).toBe(403);
  });

  test('content type, size, syntax and form of a body are checked', async () => {
    const post = (body: string, type = 'application/json'): Promise<Response> =>
      anna.fetch('/api/groups', { method: 'POST', body, headers: { 'Content-Type': type } });
    expect((await problemOf(await post('name=x', 'text/plain'))).status).toBe(415);
    expect((await problemOf(await post('{"name":'))).status).toBe(400);
    expect((await problemOf(await post('{"name":""}'))).status).toBe(422);
    expect((await problemOf(await post('{"name":"x","role":"owner"}'))).status).toBe(422);
    expect((await problemOf(await post(`{"name":"${'x'.repeat(70_000)}"}`))).status).toBe(413);
    expect((await problemOf(await anna.fetch('/api/nothing'))).status).toBe(404);
  });

  test('headers: a fresh nonce each time, no inline script, no sniffing', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await anna.fetch('/')).headers.get('content-security-policy')!),
    );
    const [first, second] = policies;
    expect(first).not.toBe(second);
    expect(/script-src [^;]*/.exec(first!)![0]).not.toContain('unsafe');
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'"])
      expect(first).toContain(rule);
    const { headers } = await anna.fetch('/');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  test('every script tag of a page carries the nonce of its answer', async () => {
    const answer = await anna.fetch('/sign-in');
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy')!)![1]!;
    const scripts = (await answer.text()).match(/<script[^>]*>/g)!;
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  });
});

describe('links, limits and restarts', () => {
  test('npm run link makes fresh links while the server runs', async () => {
    const link = (...words: string[]): string => {
      const ran = spawnSync(process.execPath, ['server/link.ts', ...words], {
        cwd: dirname(dirname(import.meta.dirname)),
        env: settingsOnly({ DATA_DIR: server.dataDir }),
        encoding: 'utf8',
      });
      return ran.stdout + ran.stderr;
    };
    // No PORT is given here: the address is the running server's.
    const invite = /^invite: (\S+)\/join\/(\S+)$/m.exec(link('invite'))!;
    expect(invite[1]).toBe(server.url);
    const code = invite[2]!;
    await expect(server.member('By Terminal', code)).resolves.toBeDefined();
    const token = /^return: \S+\/return\/(\S+)$/m.exec(link('return', 'By', 'Terminal'))![1]!;
    expect(await server.client().signIn('return', { token })).toBeNull();
    const setup = /^setup: {2}\S+token=(\S+)$/m.exec(link('setup'))![1]!;
    expect(await server.client().signIn('setup', { token: setup, ...OWNER })).toBeNull();
    expect(link('return', 'Nobody Such')).toContain('Nobody is named');
    expect(link('other')).toContain('Usage');
  });

  test('only failures count, by address, and then nobody guesses for a minute', async () => {
    const strict = await startServer({
      env: { LIMIT_FAILED_SIGNINS_PER_MINUTE: '3', INVITE_CODE: 'seminar-1' },
    });
    try {
      expect(strict.inviteCode).toBe('seminar-1');
      for (const name of ['A', 'B', 'C', 'D', 'E'])
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await strict.member(name);
      const guess = (): Promise<string | null> =>
        strict.client().signIn('invite', { code: 'guess', name: 'X' });
      for (let tries = 0; tries < 3; tries += 1)
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        expect(await guess()).toContain('unknown');
      expect(await guess()).toContain('Wait a minute');
      const password = { email: OWNER.email, password: 'wrong' };
      expect(await strict.client().signIn('password', password)).toContain('Wait a minute');
      // The rest of the class joins from the same address: a right invite is no guess.
      await strict.member('F');
    } finally {
      await strict.stop();
    }
  });

  test('after a restart everything is there, no link is printed, and SIGTERM exits 0', async () => {
    const other = await startServer();
    const member = await other.member('Anna');
    await other.owner();
    await other.restart();
    expect(other.output()).not.toMatch(/^(setup|invite):/m);
    expect((await member.get<Me>('/api/me')).name).toBe('Anna');
    expect(await other.stop()).toBe(0);
  });

  test('npm start hands SIGTERM on to the server, which ends with 0', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'postil-'));
    const child = spawn('npm', ['start'], {
      cwd: dirname(dirname(import.meta.dirname)),
      env: settingsOnly({ PORT: '0', DATA_DIR: dataDir, ARTICLES_DIR: join(dataDir, 'none') }),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const ready = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => chunk.includes('Postil is ready') && resolve());
    });
    await Promise.race([ready, ended]);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    rmSync(dataDir, { recursive: true });
  });

  test('what cannot be read or is not taken is a problem in words, too', async () => {
    const titled = { title: expect.any(String), status: expect.any(Number) };
    for (const [method, path, status] of [
      ['DELETE', '/api/me', 405],
      ['PUT', '/', 405],
      ['POST', '/sign-in', 405],
      ['GET', '/api/readings/%E0%A4%A/text', 400],
      ['GET', '/join/%ff', 400],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const response = await server.client().fetch(path, { method });
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await response.json()).toMatchObject(titled);
    }
  });

  test('a port in use and a bad setting: one line that names it, exit code 1', () => {
    const start = (env: Record<string, string>): { status: number | null; lines: string } => {
      const ran = spawnSync(process.execPath, ['server/start.ts'], {
        cwd: dirname(dirname(import.meta.dirname)),
        env: settingsOnly({ DATA_DIR: server.dataDir, ...env }),
        encoding: 'utf8',
      });
      return { status: ran.status, lines: ran.stdout + ran.stderr };
    };
    const port = new URL(server.url).port;
    expect(start({ PORT: port })).toEqual({
      status: 1,
      lines: expect.stringMatching(/^Port \d+ on 127\.0\.0\.1 is in use\..*\n$/),
    });
    expect(start({ PORT: 'abc' })).toEqual({
      status: 1,
      lines: expect.stringMatching(/^Bad setting PORT: .*\n$/),
    });
    expect(start({ DATA_DIR: '/proc/nowhere/data' })).toEqual({
      status: 1,
      lines: expect.stringMatching(/^DATA_DIR=\/proc\/nowhere\/data .*\n$/),
    });
  });

  test('a damaged database: one line that names it, exit code 1, and the file as it was', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'postil-damaged-'));
    const file = join(dataDir, 'postil.sqlite');
    const damaged = 'no database at all '.repeat(300);
    writeFileSync(file, damaged);
    for (const program of ['start', 'link']) {
      const ran = spawnSync(process.execPath, [`server/${program}.ts`, 'invite'], {
        cwd: dirname(dirname(import.meta.dirname)),
        env: settingsOnly({ DATA_DIR: dataDir, PORT: '0' }),
        encoding: 'utf8',
      });
      expect({ status: ran.status, stderr: ran.stderr }).toEqual({
        status: 1,
        stderr: expect.stringMatching(
          /^\S+postil\.sqlite cannot be used .*file is not a database.*\n$/,
        ),
      });
    }
    expect(readFileSync(file, 'utf8')).toBe(damaged);
    rmSync(dataDir, { recursive: true });
  });
});
