import type { z } from 'zod';
import type { Problem } from '#lib/protocol/http.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { problem } from '../problem.ts';
import { parseJson } from './parse-json.ts';

/** Enough for everything but an import. */
const SMALL = 65_536;

/** The JSON body, parsed by a schema: content type, size, syntax and form are checked in this order. */
export async function readJson<T>(
  request: Request,
  schema: z.ZodType<T>,
  limitBytes = SMALL,
): Promise<Result<T, Problem>> {
  const text = await readJsonText(request, limitBytes);
  return text.ok ? parseJson(text.value, schema) : text;
}

/** The JSON body as it was sent, for whoever parses it elsewhere. */
export async function readJsonText(
  request: Request,
  limitBytes: number,
): Promise<Result<string, Problem>> {
  if (mediaType(request) !== 'application/json')
    return fail(problem(415, 'Send JSON, with “Content-Type: application/json”.'));
  return readText(request, limitBytes);
}

export async function readText(
  request: Request,
  limitBytes = SMALL,
): Promise<Result<string, Problem>> {
  const bytes = await readBytes(request, limitBytes);
  if (!bytes.ok) return bytes;
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return fail(problem(400, 'The request is not in UTF-8.'));
  }
}

/** The whole body, but never more than `limitBytes`: the rest is not even read. */
export async function readBytes(
  request: Request,
  limitBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  try {
    return await readUpTo(request, limitBytes);
  } catch (error) {
    // Who left hears no answer: it only ends the work in good order.
    if (isBrokenOff(error)) return fail(problem(400, 'The request broke off. Send it again.'));
    throw error;
  }
}

/** What Node throws out of a body whose connection closed before its end: “aborted”. */
function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'ECONNRESET';
}

async function readUpTo(
  request: Request,
  limitBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes)
    return fail(tooLarge(limitBytes));
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limitBytes) return fail(tooLarge(limitBytes));
    chunks.push(chunk);
  }
  return ok(joined(chunks, size));
}

export function mediaType(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function tooLarge(limitBytes: number): Problem {
  const size =
    limitBytes < 1_048_576
      ? `${Math.floor(limitBytes / 1024)} KB`
      : `${Math.floor(limitBytes / 1_048_576)} MB`;
  return problem(413, `This is too large: at most ${size} are taken. Send less, or split it.`);
}
