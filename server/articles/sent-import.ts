import { importSchema, type ImportInput, type Problem } from '#lib/protocol/http.ts';
import { type Result, ok } from '#lib/result.ts';
import { parseJson } from '../http/parse-json.ts';
import type { AboutArticle } from '../usecases/use-cases.ts';
import type { Submission } from './propose.ts';

/** What was sent to be imported: a file, or an `ImportInput` as the JSON that was sent. */
export type SentImport = { bytes: Uint8Array; name: string; title?: string } | { json: string };

/** What is to be read, and what was said about it. */
interface Understood {
  submission: Submission;
  about: AboutArticle;
}

export function understood(sent: SentImport): Result<Understood, Problem> {
  if ('bytes' in sent)
    return ok({ submission: sent, about: sent.title === undefined ? {} : { title: sent.title } });
  const input = parseJson(sent.json, importSchema);
  return input.ok ? ok(parted(input.value)) : input;
}

function parted(input: ImportInput): Understood {
  const { title, byline, source, written, note } = input;
  const named = title === undefined ? {} : { title };
  const about = {
    ...named,
    ...(byline === undefined ? {} : { byline }),
    ...(source === undefined ? {} : { source }),
    ...(written === undefined ? {} : { written }),
    ...(note === undefined ? {} : { note }),
  };
  if ('html' in input) return { submission: { ...named, html: input.html }, about };
  if ('markdown' in input) return { submission: { ...named, markdown: input.markdown }, about };
  return { submission: { ...named, text: input.text }, about };
}
