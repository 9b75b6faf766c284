import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '#lib/annotation/record.ts';
import type { RecordMap } from '#lib/annotation/record-maps.ts';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import type { HashedRecords } from '#lib/insight/report/report-inputs.ts';
import type { ReadingReport } from '#lib/insight/report/reading-report.ts';
import type { ChangedTags, LoggedRecord, Me, Problem, ReadingView } from '#lib/protocol/http.ts';
import { simulate } from '#server/demo/simulate.ts';
import { recordWriter } from '#tests/fixtures/record-writer.ts';
import type { Client } from './client.ts';
import { type PostilServer, startServer } from './postil-server.ts';

/** `GET …/report` and `GET …/changed-tags` over what was really logged, and for whom. */
let server: PostilServer;
let olga: Client;
let anna: Client;
let ben: Client;
let group: string;
let article: string;

beforeAll(async () => {
  server = await startServer();
  olga = await server.owner();
  anna = await server.member('Anna');
  ben = await server.member('Ben');
  const [first] = await olga.get<ReadingView[]>('/api/readings');
  [group, article] = [first!.group, first!.article.id];
});

afterAll(async () => {
  await server.stop();
});

const newReading = (phase: 'open' | 'blind'): Promise<ReadingView> =>
  olga.send('POST', '/api/readings', { group, article, phase });

type Json = Omit<ReadingReport, 'insight' | 'blocks'> & {
  figures: { name: string; value: unknown; inputs: string[]; sha256: string }[];
};

const reportFor = (client: Client, { id }: { id: string }, query = ''): Promise<Json> =>
  client.get(`/api/readings/${id}/report${query}`);
const changesFor = (client: Client, { id }: { id: string }, query = ''): Promise<ChangedTags> =>
  client.get(`/api/readings/${id}/changed-tags${query}`);

/** As docs/INSIGHT-VIEWS.md (IR3) tells an outsider: RFC 8785 and SHA-256, without anything of Postil's. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  const fields = value as Record<string, unknown>;
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(fields[name])}`).join(',')}}`;
}

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function hashOf(records: readonly LoggedRecord[], { of, kinds, logged }: HashedRecords): string {
  const input: Partial<Record<RecordMap, Record<string, unknown>>> = {};
  for (const map of of) input[map] = {};
  for (const one of records) {
    const { map, record } = one;
    const isKind =
      !('kind' in record) ||
      map !== 'assessments' ||
      !kinds ||
      kinds.includes(record.kind as never);
    const ofMap = input[map];
    if (ofMap && isKind) ofMap[record.id] = logged ? { logged: one.logged, record } : record;
  }
  return hash(canonical(input));
}

describe('of an open reading', () => {
  let reading: ReadingView;

  beforeAll(async () => {
    reading = await newReading('open');
    await simulate([anna, ben, await server.member('Cora')], reading.id);
  });

  test('[IR3] the hashes can be repeated from GET …/annotations alone, those of text and blocks from theirs', async () => {
    const { inputs, figures } = await reportFor(ben, reading);
    const records = await ben.get<LoggedRecord[]>(`/api/readings/${reading.id}/annotations`);
    for (const name of ['marks', 'talk', 'votes', 'predictions'] as const)
      expect({ name, sha256: hashOf(records, inputs[name]) }).toEqual({
        name,
        sha256: inputs[name].sha256,
      });
    expect(inputs.marks.records).toBe(records.filter(({ map }) => map === 'annotations').length);
    const text = await (await ben.fetch(`/api/readings/${reading.id}/text`)).text();
    expect(hash(text)).toBe(inputs.text.sha256);
    const blocks = await ben.get(`/api/readings/${reading.id}/blocks`);
    expect(hash(canonical(blocks))).toBe(inputs.blocks.sha256);
    expect(hash(canonical(inputs.members.ids))).toBe(inputs.members.sha256);
    for (const {
      name,
      inputs: [of],
      sha256,
    } of figures)
      expect({ name, sha256 }).toEqual({
        name,
        sha256: inputs[of as 'marks' | 'votes' | 'talk'].sha256,
      });
  });

  test('[IR1] the figures are those of GET …/insight for the same asker', async () => {
    const { figures, members, method } = await reportFor(ben, reading);
    const insight = await ben.get<ReadingInsight>(`/api/readings/${reading.id}/insight`);
    const value = (name: string): unknown => figures.find((one) => one.name === name)?.value;
    const { agreement } = insight;
    for (const name of ['annotations', 'tags', 'passages', 'replies', 'persons', 'voices'] as const)
      expect(value(name)).toEqual(insight[name]);
    for (const name of ['sameTag', 'alpha', 'mostConfused', 'barUAlpha', 'cuAlpha', 'f1'] as const)
      expect(value(name)).toEqual(agreement[name]);
    expect(members.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Anna', 'Ben', 'Cora']),
    );
    expect(method.codebook.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('[IR1] the report of a moment stays what it was', async () => {
    const before = await reportFor(ben, reading);
    const writer = await recordWriter(anna, reading);
    await writer.mark(0, { tag: 'fact' });
    const then = await reportFor(ben, reading, `?at=${before.at}`);
    expect(then).toEqual(before);
    expect((await reportFor(ben, reading)).inputs.marks.sha256).not.toBe(
      before.inputs.marks.sha256,
    );
    const atFirst = await reportFor(ben, reading, '?at=2020-01-01T00:00:00Z');
    expect(atFirst.inputs.marks.records).toBe(0);
  });

  test('[IR1] as Markdown it is Markdown; a format or time that is none is refused in words', async () => {
    const response = await ben.fetch(`/api/readings/${reading.id}/report?format=markdown`);
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toMatch(
      /^# .*: report of a reading\n[\s\S]*## How it was computed/,
    );
    for (const query of ['format=pdf', 'at=yesterday', 'other=1']) {
      const bad = await ben.fetch(`/api/readings/${reading.id}/report?${query}`);
      expect(bad.status).toBe(422);
      expect(((await bad.json()) as Problem).title).toMatch(/format=json or markdown/);
    }
  });

  test('[IR1] who is no member learns nothing; who is not signed in is told so', async () => {
    const stranger = server.client();
    for (const path of ['report', 'changed-tags'])
      expect((await stranger.fetch(`/api/readings/${reading.id}/${path}`)).status).toBe(401);
    expect((await ben.fetch('/api/readings/aaaaaaaaaaaaaaaa/report')).status).toBe(404);
    expect((await ben.fetch('/api/readings/aaaaaaaaaaaaaaaa/changed-tags')).status).toBe(404);
  });
});

describe('of a blind reading, to its reveal and after', () => {
  let reading: ReadingView;
  let annas: Annotation;
  const idOf = async (client: Client): Promise<string> => (await client.get<Me>('/api/me')).id;

  beforeAll(async () => {
    reading = await newReading('blind');
    const desk = await recordWriter(anna, reading, `desk/${await idOf(anna)}`);
    annas = await desk.mark(0, { tag: 'fact' });
    annas = await desk.put('annotations', { ...annas, tag: 'prediction' });
    const bens = await recordWriter(ben, reading, `desk/${await idOf(ben)}`);
    await bens.mark(0, { tag: 'opinion', comment: 'It judges them.' });
  });

  test('[IR1] [IP6] nobody is told of others’ desks; an instructor is told of all', async () => {
    const mine = await reportFor(ben, reading);
    const [first, second] = [await idOf(anna), await idOf(ben)];
    const marks = ({ members }: Json, of: string) => members.find(({ id }) => id === of)?.marks;
    expect([marks(mine, first), marks(mine, second)]).toEqual([null, 1]);
    expect(JSON.stringify(mine)).not.toContain(annas.id);
    expect(mine.contested.sentences).toBe(0);
    expect(await changesFor(ben, reading)).toMatchObject({ changes: [], first: 1 });
    expect(await changesFor(anna, reading)).toMatchObject({
      changes: [{ user: first, from: 'fact', to: 'prediction', said: null }],
    });
    const all = await reportFor(olga, reading);
    expect([marks(all, first), marks(all, second)]).toEqual([1, 1]);
    expect((await changesFor(olga, reading)).changes).toHaveLength(1);
    const text = await (
      await ben.fetch(`/api/readings/${reading.id}/report?format=markdown`)
    ).text();
    expect(text).toContain('shown after the reveal');
    expect(text).toContain('their own desk: the reading is blind for them');
  });

  test('[IP6] after the reveal a changed tag stands with both tags, when, and what was said last before', async () => {
    await olga.send('POST', `/api/readings/${reading.id}/reveal`, {});
    const shared = await recordWriter(anna, reading);
    await shared.put('annotations', { ...annas, tag: 'opinion' });
    const { contested, reveal, changed } = await reportFor(ben, reading);
    expect(reveal).toMatchObject({ before: { annotations: 2 }, after: { annotations: 2 } });
    expect(changed).toMatchObject({
      since: { what: 'revealed' },
      first: 0,
      tags: [
        {
          user: await idOf(anna),
          from: 'prediction',
          to: 'opinion',
          said: { user: await idOf(ben), words: 'It judges them.' },
        },
      ],
    });
    expect(contested.sentences).toBe(0);
    // What stood on the desk before the reveal was never shown to Ben, so he is not told how it changed there.
    const all = await changesFor(ben, reading);
    expect(all.changes.map(({ from }) => from)).toEqual(['prediction']);
    const whole = await changesFor(anna, reading);
    expect(whole.changes.map(({ from }) => from)).toEqual(['fact', 'prediction']);
    const [last] = whole.changes.slice(-1);
    const later = `?after=${encodeURIComponent(last!.at)}`;
    expect((await changesFor(anna, reading, later)).changes).toEqual([]);
    const until = `?until=${encodeURIComponent(whole.changes[0]!.at)}`;
    expect((await changesFor(anna, reading, until)).changes).toHaveLength(1);
    const bad = await ben.fetch(`/api/readings/${reading.id}/changed-tags?after=then`);
    expect(bad.status).toBe(422);
  });

  test('[IR1] while it is closed, and for an observer, it is the same report', async () => {
    const { url } = await olga.send<{ url: string }>('POST', `/api/groups/${group}/invites`, {
      role: 'observer',
    });
    const olaf = await server.member('Olaf', url.split('/').at(-1));
    await olga.send('PATCH', `/api/readings/${reading.id}`, { phase: 'closed' });
    const [bens, olafs] = [await reportFor(ben, reading), await reportFor(olaf, reading)];
    expect(olafs.inputs).toEqual(bens.inputs);
    expect(olafs.asker).toMatchObject({ name: 'Olaf', role: 'observer', places: ['shared'] });
    expect(olafs.changed.tags).toHaveLength(1);
  });

  test('[IR1] a member who was removed is told nothing more; what they marked is a former member’s', async () => {
    const first = await idOf(anna);
    await olga.send('DELETE', `/api/groups/${group}/members/${first}`);
    expect((await anna.fetch(`/api/readings/${reading.id}/report`)).status).not.toBe(200);
    const { left, members } = await reportFor(ben, reading);
    expect(left).toEqual({ people: 1, marks: 1 });
    expect(members.map(({ id }) => id)).not.toContain(first);
    const text = await (
      await ben.fetch(`/api/readings/${reading.id}/report?format=markdown`)
    ).text();
    expect(text).toContain('1 mark of 1 former member, whose votes do not count');
    expect(text).toContain('A former member');
  });
});
