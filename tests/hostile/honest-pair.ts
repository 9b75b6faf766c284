import type { Client } from '#tests/integration/client.ts';
import type { PostilServer } from '#tests/integration/postil-server.ts';
import { annotationIn, newMember, type RealReading } from '#tests/integration/real-reading.ts';
import {
  type StockClient,
  has,
  put,
  stockClient,
  synced,
  until,
} from '#tests/integration/sync-fixture.ts';

import { meanwhile } from './meanwhile.ts';

/** Two people who work on in the same reading, whatever else happens in it. */
export interface HonestPair {
  /** One writes, the other gets it. Milliseconds. */
  exchange(): Promise<number>;
  /** Exchanges until `work` is done, at least once; gives all delays and what `work` gave. */
  during<T>(work: Promise<T>): Promise<{ delays: number[]; result: T }>;
  readerClientId: number;
  readerId: string;
  writer: StockClient;
  reader: StockClient;
  end(): void;
}

const PAUSE = 20;

export async function honestPair(server: PostilServer, reading: RealReading): Promise<HonestPair> {
  const [writing, readingAlong] = [
    await newMember(server, 'Honest Anna'),
    await newMember(server, 'Honest Ben'),
  ];
  const [writer, reader] = await Promise.all(
    [writing, readingAlong].map(({ client }) => stock(server, reading, client)),
  );
  if (writer === undefined || reader === undefined) throw new Error('nobody came');
  let written = 0;

  const exchange = async (): Promise<number> => {
    written += 1;
    const record = annotationIn(reading, writing.id, String(written));
    const begun = performance.now();
    put(writer.doc, record);
    await until(reader.doc, () => has(reader.doc, record.id));
    return performance.now() - begun;
  };

  return {
    exchange,
    writer,
    reader,
    readerId: readingAlong.id,
    readerClientId: reader.doc.clientID,
    async during(work) {
      const delays: number[] = [];
      const result = await meanwhile(work, PAUSE, async () => void delays.push(await exchange()));
      return { delays, result };
    },
    end() {
      writer.end();
      reader.end();
    },
  };
}

async function stock(
  server: PostilServer,
  { id }: RealReading,
  client: Client,
): Promise<StockClient> {
  const asked = { reading: id, place: 'shared' };
  const { token } = await client.send<{ token: string }>('POST', '/api/sync-token', asked);
  const url = `${server.url.replace('http', 'ws')}/sync`;
  const connected = stockClient(url, token, { room: `${id}/shared` });
  await synced(connected);
  return connected;
}
