import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { newReply, newThreadAssessment } from '#lib/client/new-record.ts';
import { putRecord } from '#lib/place/records-place.ts';
import type { ReadingMeView } from '#lib/protocol/http.ts';
import { type PostilServer, startServer } from './postil-server.ts';
import {
  type Member,
  type RealReading,
  annotationIn,
  newMember,
  rawSocket,
  realReading,
} from './real-reading.ts';
import { updateOf } from './sync-fixture.ts';

/** What `GET …/me` says of what was logged, and what `PUT` changes in it. */
let server: PostilServer;
let reading: RealReading;
let ann: Member;
let ben: Member;

beforeAll(async () => {
  server = await startServer();
  const owner = await server.owner();
  reading = await realReading(server, owner);
  ann = await newMember(server, 'Ann');
  ben = await newMember(server, 'Ben');
});

afterAll(async () => {
  await server.stop();
});

const me = ({ client }: Member): Promise<ReadingMeView> =>
  client.get<ReadingMeView>(`/api/readings/${reading.id}/me`);
const change = ({ client }: Member, body: object): Promise<Response> =>
  client.request('PUT', `/api/readings/${reading.id}/me`, body);

/** Writes as the member, until it is in the log. */
async function write(member: Member, change: (doc: Y.Doc) => void): Promise<void> {
  const socket = await rawSocket(reading, member, '?durable=1');
  socket.step1();
  socket.step2(Y.encodeStateAsUpdate(new Y.Doc()));
  const doc = new Y.Doc();
  socket.update(updateOf(doc, () => change(doc)));
  await socket.until(() => socket.durable.includes(2));
  socket.socket.close();
  await socket.closed;
}

test('[T5] unread is what others said since; bare tags and my own words are not; what is read or seen is not', async () => {
  const said = annotationIn(reading, ann.id, 'said', 'Which date?');
  const bare = annotationIn(reading, ann.id, 'bare');
  await write(ann, (doc) => {
    putRecord(doc, 'annotations', said);
    putRecord(doc, 'annotations', bare);
  });
  expect(await me(ann)).toMatchObject({ position: 0, seen: null, unread: [] });
  expect((await me(ben)).unread).toEqual([said.id]);

  const reply = newReply({
    user: { id: ann.id },
    annotation: said.id,
    comment: said.comment!,
    now: Date.now(),
  });
  await write(ann, (doc) => putRecord(doc, 'replies', reply));
  expect((await me(ben)).unread).toEqual([said.id, reply.id]);

  expect((await change(ben, { read: [said.id] })).status).toBe(204);
  expect((await me(ben)).unread).toEqual([reply.id]);
  const { asOf } = await me(ben);
  expect((await change(ben, { seen: asOf })).status).toBe(204);
  expect(await me(ben)).toMatchObject({ seen: asOf, unread: [] });
  expect((await change(ann, { seen: '9999-12-31T00:00:00Z' })).status).toBe(204);
  expect(Date.parse((await me(ann)).seen ?? '')).toBeLessThanOrEqual(Date.now());
  expect((await change(ben, { read: Array.from({ length: 2001 }, String) })).status).toBe(422);
});

test('[T3] the newest logged settles a thread, whatever its writer’s clock says', async () => {
  const begun = annotationIn(reading, ann.id, 'begun', 'Says who?');
  const settle = (user: Member, state: 'resolved' | 'open', now: number) =>
    newThreadAssessment({ user, on: begun.id, state, now });
  const resolved = settle(ann, 'resolved', Date.now());
  const early = settle(ann, 'open', Date.now() - 3_600_000);
  await write(ann, (doc) => putRecord(doc, 'annotations', begun));
  await write(ann, (doc) => putRecord(doc, 'assessments', resolved));
  expect((await me(ben)).threads).toEqual({ [begun.id]: resolved.id });
  await write(ann, (doc) => putRecord(doc, 'assessments', early));
  expect((await me(ben)).threads).toEqual({ [begun.id]: early.id });
});

test('who is no member learns nothing', async () => {
  expect((await server.client().fetch(`/api/readings/${reading.id}/me`)).status).toBe(401);
  expect((await ann.client.fetch('/api/readings/nowhere/me')).status).toBe(404);
});
