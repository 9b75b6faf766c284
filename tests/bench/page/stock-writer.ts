import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { targetOf } from '#lib/anchor/target-of.ts';
import { commentFromText } from '#lib/annotation/comment.ts';
import { newAnnotation } from '#lib/client/new-record.ts';
import { putRecord } from '#lib/place/records-place.ts';
import type { Client } from '#tests/integration/client.ts';
import type { GeneratedMark } from './generated-text.ts';

/** What is read. */
export interface ReadText {
  reading: string;
  revision: string;
  text: string;
}

/** A member who writes by a stock client of Yjs. */
export interface StockWriter {
  write(marks: readonly GeneratedMark[]): void;
  close(): void;
}

export async function stockWriter(client: Client, read: ReadText): Promise<StockWriter> {
  const user = await client.get<{ id: string }>('/api/me');
  const { token } = await client.send<{ token: string }>('POST', '/api/sync-token', {
    reading: read.reading,
    place: 'shared',
  });
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(
    `${client.url.replace('http', 'ws')}/sync`,
    `${read.reading}/shared`,
    doc,
    {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params: { token },
    },
  );
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  return {
    write: (marks) =>
      doc.transact(() => {
        for (const { start, end, tag, comment } of marks) {
          const target = targetOf({ id: read.revision, text: read.text }, start, end);
          if (target === null) throw new Error(`Nothing to mark from ${start} to ${end}.`);
          const words = comment === null ? null : commentFromText(comment);
          putRecord(
            doc,
            'annotations',
            newAnnotation({ user, target, tag, comment: words, now: Date.now() }),
          );
        }
      }),
    close: () => provider.destroy(),
  };
}
