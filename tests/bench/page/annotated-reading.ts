import type { Client } from '#tests/integration/client.ts';
import type { PostilServer } from '#tests/integration/postil-server.ts';
import {
  type GeneratedMark,
  generatedMarks,
  generatedParagraphs,
  MEMBERS,
} from './generated-text.ts';
import { type ReadText, stockWriter } from './stock-writer.ts';

/** A generated text and what is marked in it. */
export interface GeneratedReading {
  words: number;
  paragraphs: readonly string[];
  marks: readonly GeneratedMark[];
}

/** One that Postil holds. */
export interface AnnotatedReading extends GeneratedReading, ReadText {
  path: string;
}

export function generatedReading(words: number, annotations: number): GeneratedReading {
  const paragraphs = generatedParagraphs(words);
  return { words, paragraphs, marks: generatedMarks(paragraphs.join('\n'), annotations) };
}

/** Everybody who marks. */
export async function membersOf(server: PostilServer): Promise<Client[]> {
  const members: Client[] = [];
  for (let index = 0; index < MEMBERS; index += 1)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a class joins
    members.push(await server.member(`Reader ${index + 1}`));
  return members;
}

/** Imports the text and lets the members write their marks. Resolves when the server shows them all. */
export async function annotatedReading(
  owner: Client,
  members: readonly Client[],
  generated: GeneratedReading,
): Promise<AnnotatedReading> {
  const { groups } = await owner.get<{ groups: { id: string }[] }>('/api/me');
  const article = await owner.send<{ id: string }>('POST', '/api/articles', {
    title: `${generated.words} words, ${generated.marks.length} annotations`,
    text: generated.paragraphs.join('\n\n'),
  });
  const { id, revision } = await owner.send<{ id: string; revision: string }>(
    'POST',
    '/api/readings',
    { group: groups[0]?.id, article: article.id, phase: 'open' },
  );
  const text = await (await owner.fetch(`/api/readings/${id}/text`)).text();
  if (text !== generated.paragraphs.join('\n')) throw new Error('The text was imported otherwise.');
  const reading = { ...generated, reading: id, revision, text, path: `/readings/${id}` };
  for (const [index, member] of members.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one connection at a time
    const writer = await stockWriter(member, reading);
    writer.write(generated.marks.filter((mark) => mark.member === index));
    // oxlint-disable-next-line no-await-in-loop -- what they wrote is in the log before they go
    await shown(owner, id, generated.marks.filter((mark) => mark.member <= index).length);
    writer.close();
  }
  return reading;
}

async function shown(owner: Client, reading: string, marks: number): Promise<void> {
  for (;;) {
    const path = `/api/readings/${reading}/insight`;
    // oxlint-disable-next-line no-await-in-loop -- asks until the log has it all
    const { annotations } = await owner.get<{ annotations: number }>(path);
    if (annotations >= marks) return;
  }
}
