import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { WebSocket } from 'ws';
import { targetOf } from '#lib/anchor/target-of.ts';
import { commentFromText } from '#lib/annotation/comment.ts';
import type { Block } from '#lib/article/document.ts';
import { newAnnotation } from '#lib/client/new-record.ts';
import { putRecord } from '#lib/place/records-place.ts';
import type { ReadingView } from '#lib/protocol/http.ts';
import type { Client } from '#tests/integration/client.ts';

/** A member without a window: writes into `shared` by a stock client. */
export interface WritingReader {
  /** Throws when the words are not in the text. */
  mark(words: string, what: { tag?: string; comment?: string }): void;
  /** The first words of so many neighbouring sentences, each its own passage. */
  firstWords(count: number): string[];
  /** Of the text's last sentence. */
  lastWords(): string;
  close(): void;
}

export async function joinReading(client: Client, reading: string): Promise<WritingReader> {
  const user = await client.get<{ id: string }>('/api/me');
  const text = await (await client.fetch(`/api/readings/${reading}/text`)).text();
  const blocks = await client.get<Block[]>(`/api/readings/${reading}/blocks`);
  const readings = await client.get<ReadingView[]>('/api/readings');
  const revision = readings.find(({ id }) => id === reading)?.revision ?? '';
  const { token } = await client.send<{ token: string }>('POST', '/api/sync-token', {
    reading,
    place: 'shared',
  });
  const doc = new Y.Doc();
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
  const sentences = blocks
    .flatMap((block) => block.sentences)
    .map(([start, end]) => text.slice(start, end));
  return {
    mark(words, { tag, comment }) {
      const start = text.indexOf(words);
      const target = targetOf({ id: revision, text }, start, start + words.length);
      if (start < 0 || target === null) throw new Error(`“${words}” is not in the text`);
      const said = comment === undefined ? null : commentFromText(comment);
      putRecord(
        doc,
        'annotations',
        newAnnotation({ user, target, tag: tag ?? null, comment: said, now: Date.now() }),
      );
    },
    firstWords: (count) =>
      sentences.slice(1, 1 + count).map((sentence) => sentence.slice(0, 12).trim()),
    lastWords: () => (sentences.at(-1) ?? '').trim(),
    close: () => provider.destroy(),
  };
}
