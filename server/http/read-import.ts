import type { Problem } from '#lib/protocol/http.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import type { SentImport } from '../articles/sent-import.ts';
import { problem } from '../problem.ts';
import { mediaType, readBytes, readJsonText } from './read-body.ts';

/** A multipart form with a `file` (and perhaps a `title`), or JSON with a text. */
export async function readImport(
  request: Request,
  limitBytes: number,
): Promise<Result<SentImport, Problem>> {
  if (mediaType(request) === 'multipart/form-data') return readForm(request, limitBytes);
  const json = await readJsonText(request, escaped(limitBytes));
  return json.ok ? ok({ json: json.value }) : json;
}

/** A confirmed document says everything once more around the words. */
export function confirmLimit(limitBytes: number): number {
  return 2 * escaped(limitBytes);
}

/** JSON escapes quotes and line breaks: the text itself is measured again when it is read. */
function escaped(limitBytes: number): number {
  return 2 * limitBytes + 4096;
}

async function readForm(
  request: Request,
  limitBytes: number,
): Promise<Result<SentImport, Problem>> {
  const body = await readBytes(request, limitBytes + 4096);
  if (!body.ok) return body;
  const headers = { 'Content-Type': request.headers.get('content-type') ?? '' };
  const form = await new Response(body.value, { headers }).formData().catch(() => null);
  const file = form?.get('file');
  if (!(file instanceof File))
    return fail(problem(422, 'Choose a file: the form has no field “file” with one.'));
  const title = titleOf(form?.get('title') ?? null);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return ok({ ...title, bytes, name: file.name });
}

function titleOf(field: FormDataEntryValue | null): { title?: string } {
  const title = typeof field === 'string' ? field.trim().slice(0, 300) : '';
  return title === '' ? {} : { title };
}
