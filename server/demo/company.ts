import { randomBytes } from 'node:crypto';
import type { ReadingView } from '#lib/protocol/http.ts';
import { Client } from './client.ts';
import type { PostilProcess } from './postil-process.ts';

/** Everybody in the first group of a new Postil: the visitor, who instructs, and six members. */
export interface Company {
  members: [Client, ...Client[]];
  readings: ReadingView[];
  /** Signs the visitor in and leads to the first reading. */
  link: string;
}

const MEMBERS = [
  'Ada Brandt',
  'Mehdi Karimi',
  'Lena Okafor',
  'Tomás Vidal',
  'Ruth Adler',
  'Jun Sato',
] as const;

/** Signs them up as anybody does: by the links that the first start printed. */
export async function gather(postil: Pick<PostilProcess, 'url' | 'printed'>): Promise<Company> {
  const visitor = await setUp(postil);
  const code = postil.printed('invite').split('/').at(-1) ?? '';
  const [first, ...others] = MEMBERS;
  const members: [Client, ...Client[]] = [await join(postil.url, code, first)];
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as people join
  for (const name of others) members.push(await join(postil.url, code, name));
  const readings = await visitor.get<ReadingView[]>('/api/readings');
  const { url } = await visitor.send<{ url: string }>('POST', '/api/me/return-link');
  const [toRead] = readings;
  const link = toRead === undefined ? url : `${url}?to=/readings/${toRead.id}`;
  return { members, readings, link };
}

async function setUp({ url, printed }: Pick<PostilProcess, 'url' | 'printed'>): Promise<Client> {
  const visitor = new Client(url);
  const failed = await visitor.signIn('setup', {
    token: new URL(printed('setup')).searchParams.get('token') ?? '',
    name: 'Guest',
    email: 'guest@example.org',
    // Nobody needs it: the link signs in.
    password: randomBytes(24).toString('base64url'),
  });
  if (failed !== null) throw new Error(failed);
  return visitor;
}

async function join(url: string, code: string, name: string): Promise<Client> {
  const client = new Client(url);
  const failed = await client.signIn('invite', { code, name });
  if (failed !== null) throw new Error(failed);
  return client;
}
