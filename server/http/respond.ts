import type { Problem } from '#lib/protocol/http.ts';
import type { Result } from '#lib/result.ts';
import type { Encoded } from '../figures/encoded.ts';
import type { Health } from '../health.ts';

const PROBLEM_TYPE = 'application/problem+json';

/** What a use case answered, as JSON (nothing: 204), or its problem. */
export function answer<T>(result: Result<T, Problem>, status = 200): Response {
  if (!result.ok) return problemResponse(result.error);
  if (result.value === null) return new Response(null, { status: 204, headers: NOT_STORED });
  return Response.json(result.value, { status, headers: NOT_STORED });
}

/** What was counted in its thread: JSON already, or its problem. */
export function figuresAnswer<T>(result: Result<Encoded<T>, Problem>): Response {
  if (!result.ok) return problemResponse(result.error);
  const headers = { ...NOT_STORED, 'Content-Type': 'application/json' };
  return new Response(result.value.json, { headers });
}

/** Seconds after which it is worth while to try again: where the server was busy, and where one asked for too much oneself. */
const RETRY_AFTER = new Map([
  [503, '10'],
  [429, '60'],
]);

/** A problem document (RFC 9457). */
export function problemResponse(problem: Problem): Response {
  const seconds = RETRY_AFTER.get(problem.status);
  const wait = seconds === undefined ? {} : { 'Retry-After': seconds };
  const headers = { ...NOT_STORED, ...wait, 'Content-Type': PROBLEM_TYPE };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

export function healthResponse(health: Health): Response {
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503, headers: NOT_STORED });
}

export function metricsResponse(text: Result<string, Problem>): Response {
  if (!text.ok) return problemResponse(text.error);
  const headers = { ...NOT_STORED, 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' };
  return new Response(text.value, { headers });
}

export function markdownResponse(text: string): Response {
  const headers = { ...NOT_STORED, 'Content-Type': 'text/markdown; charset=utf-8' };
  return new Response(text, { headers });
}

/** What one person may see, another must not get from a cache. */
export const NOT_STORED = { 'Cache-Control': 'no-store' };
