import type { Annotation } from '#lib/annotation/record.ts';
import type { Me, ReadingView } from '#lib/protocol/http.ts';
import type { Client } from './client.ts';
import type { PostilServer } from './postil-server.ts';
import { RawClient } from './sync-fixture.ts';

/** The first reading of a real server, with what is needed to write into it by hand. */
export interface RealReading {
  id: string;
  revision: string;
  text: string;
  /** Of the sync socket of its `shared`. */
  url: string;
}

export interface Member {
  id: string;
  client: Client;
}

export async function realReading(server: PostilServer, client: Client): Promise<RealReading> {
  const [reading] = await client.get<ReadingView[]>('/api/readings');
  if (reading === undefined) throw new Error('The server has no reading.');
  const text = await (await client.fetch(`/api/readings/${reading.id}/text`)).text();
  const url = `${server.url.replace('http', 'ws')}/sync/${reading.id}/shared`;
  return { id: reading.id, revision: reading.revision, text, url };
}

export async function newMember(server: PostilServer, name: string): Promise<Member> {
  const client = await server.member(name);
  return { id: (await client.get<Me>('/api/me')).id, client };
}

/** A socket of the member's, spoken by hand; open. */
export async function rawSocket(
  { url }: { url: string },
  { client }: { client: { cookieHeader: string } },
  query = '',
): Promise<RawClient> {
  const headers = { Cookie: client.cookieHeader };
  const socket = new RawClient(`${url}${query}`, { headers });
  await socket.opened;
  return socket;
}

/** A valid annotation of the first words; with `comment` it says them. */
export function annotationIn(
  { revision, text }: RealReading,
  author: string,
  localId: string,
  comment?: string,
): Annotation {
  const end = text.indexOf(' ', 10);
  return {
    id: `${author}/${localId.padStart(10, '0')}`,
    author,
    created: new Date().toISOString(),
    target: {
      revision,
      start: 0,
      end,
      exact: text.slice(0, end),
      prefix: '',
      suffix: text.slice(end, end + 32),
    },
    tag: 'fact',
    comment: comment === undefined ? null : paragraph(comment),
  };
}

function paragraph(words: string): NonNullable<Annotation['comment']> {
  return {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  };
}
