import type { Annotation } from '#lib/annotation/record.ts';
import type { Client } from '#tests/integration/client.ts';

/** What the server holds of a reading's annotations for who asks, in the order of the text. */
export async function storedMarks(
  client: Client,
  path: string,
  query = '',
): Promise<readonly Annotation[]> {
  const all = await client.get<{ map: string; record: Annotation }[]>(
    `/api${path}/annotations${query}`,
  );
  return all
    .filter(({ map }) => map === 'annotations')
    .map(({ record }) => record)
    .sort((a, b) => a.target.start - b.target.start || a.target.end - b.target.end);
}

/** `fact: These words` for each of them. */
export async function storedTags(client: Client, path: string, query = ''): Promise<string[]> {
  const marks = await storedMarks(client, path, query);
  return marks.map(({ tag, target }) => `${tag}: ${target.exact}`);
}
