import type { z } from 'zod';
import type { Problem } from '#lib/protocol/http.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { problem } from '../problem.ts';

/** What was sent, parsed by a schema: first its syntax, then its form. */
export function parseJson<T>(text: string, schema: z.ZodType<T>): Result<T, Problem> {
  const json = jsonOf(text);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value);
  return parsed.success ? ok(parsed.data) : fail(formProblem(parsed.error));
}

function jsonOf(text: string): Result<unknown, Problem> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail(problem(400, 'This is not valid JSON.'));
  }
}

/** A message of our schemas is a sentence for the person; one of zod's own is a detail for whoever programs. */
function formProblem(error: z.ZodError): Problem {
  const [issue] = error.issues;
  const message = issue?.message ?? '';
  const field = issue?.path.join('.') ?? '';
  if (message.endsWith('.')) return problem(422, message, field);
  const what = field === '' ? 'The request' : `“${field}” in the request`;
  return problem(422, `${what} is not as it should be.`, message);
}
