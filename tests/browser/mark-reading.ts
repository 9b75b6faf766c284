import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { WebSocket } from 'ws';
import { targetOf } from '#lib/anchor/target-of.ts';
import { commentFromText } from '#lib/annotation/comment.ts';
import type { Annotation, Reply } from '#lib/annotation/record.ts';
import type { Block } from '#lib/article/document.ts';
import { newAnnotation, newReply } from '#lib/client/new-record.ts';
import { putRecord } from '#lib/place/records-place.ts';
import type { Client } from '#tests/integration/client.ts';

/** How many members mark the sentence at this place; repeats. */
const POPULARITY = [0, 2, 0, 5, 0, 1, 4, 0, 0, 3, 0, 6] as const;

const REMARKS = [
  'Which record would settle this today?',
  'He guesses a motive. Nobody can observe what was decided.',
  'The second half is checkable, though. I would split it.',
  'One loaded adverb on a checkable event leaves a fact.',
  'By when, and judged by what?',
];

/** What a careful reader would first think. */
function kindOf(sentence: string): string {
  if (/\b(will|would|expect|probably|could)\b/i.test(sentence)) return 'prediction';
  return /\b(not kindness|old trick|uglier|tempting|sane|cheerful|perhaps|wrong|wise|bleak|likeliest|apology)\b/i.test(
    sentence,
  )
    ? 'opinion'
    : 'fact';
}

function dissent(kind: string): string {
  return kind === 'opinion' ? 'fact' : 'opinion';
}

interface Reader {
  client: Client;
  user: { id: string };
  doc: Y.Doc;
  provider: WebsocketProvider;
}

/**
 * Lets members mark a reading through stock clients: they tag the same sentences, mostly alike, some comment,
 * some reply. The same every time. Resolves when the server shows it all.
 */
export async function markReading(members: readonly Client[], reading: string): Promise<void> {
  const [owner] = members;
  if (owner === undefined) return;
  const text = await (await owner.fetch(`/api/readings/${reading}/text`)).text();
  const blocks = await owner.get<Block[]>(`/api/readings/${reading}/blocks`);
  const { revision } = await readingOf(owner, reading);
  const readers = await Promise.all(members.map((client) => join(client, reading)));
  let marked = 0;
  const sentences = blocks.flatMap((block) => block.sentences);
  for (const [at, [start, end]] of sentences.entries()) {
    const target = targetOf({ id: revision, text }, start, end);
    const popularity = POPULARITY[at % POPULARITY.length] ?? 0;
    const voters = readers.slice(0, popularity);
    if (target === null || voters.length === 0) continue;
    const kind = kindOf(target.exact);
    const marks = voters.map((reader, index) => {
      const tag = popularity > 2 && (index + at) % 3 === 0 ? dissent(kind) : kind;
      const speaks = popularity > 2 && index === at % voters.length;
      const comment = speaks ? commentFromText(REMARKS[at % REMARKS.length] ?? '') : null;
      return put(
        reader,
        newAnnotation({ user: reader.user, target, tag, comment, now: Date.now() }),
      );
    });
    const spoken = marks.find(({ comment }) => comment !== null);
    const answering = readers[(at + 1) % readers.length];
    if (spoken !== undefined && answering !== undefined && popularity > 3)
      answer(answering, spoken, REMARKS[(at + 2) % REMARKS.length] ?? '');
    marked += marks.length;
  }
  await shown(owner, reading, marked);
  for (const { provider } of readers) provider.destroy();
}

async function shown(client: Client, reading: string, marks: number): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- asks until the log has it all
    const { annotations } = await client.get<{ annotations: number }>(
      `/api/readings/${reading}/insight`,
    );
    if (annotations >= marks) return;
  }
}

async function readingOf(client: Client, id: string): Promise<{ revision: string }> {
  const readings = await client.get<{ id: string; revision: string }[]>('/api/readings');
  const found = readings.find((one) => one.id === id);
  if (found === undefined) throw new Error('not a reading of theirs');
  return found;
}

async function join(client: Client, reading: string): Promise<Reader> {
  const user = await client.get<{ id: string }>('/api/me');
  const doc = new Y.Doc();
  const { token } = await client.send<{ token: string }>('POST', '/api/sync-token', {
    reading,
    place: 'shared',
  });
  const provider = new WebsocketProvider(
    `${client.url.replace('http', 'ws')}/sync`,
    `${reading}/shared`,
    doc,
    {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params: { token },
    },
  );
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  return { client, user, doc, provider };
}

function put({ doc }: Reader, annotation: Annotation): Annotation {
  putRecord(doc, 'annotations', annotation);
  return annotation;
}

function answer({ doc, user }: Reader, to: Annotation, words: string): Reply {
  const reply = newReply({
    user,
    annotation: to.id,
    comment: commentFromText(words),
    now: Date.now(),
  });
  putRecord(doc, 'replies', reply);
  return reply;
}
