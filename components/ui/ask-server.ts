import { fail, ok, type Result } from '#lib/result.ts';
import type { Problem } from '#lib/protocol/http.ts';

const UNREACHABLE =
  'Postil does not answer. Check your connection and try again; nothing you typed is lost.';

const SIGNED_OUT =
  'You are signed out. Sign in in another tab, then try again here: what you typed stays.';

/** One of our own HTTP routes. The error is the problem's title: words to show as they are. */
export async function askServer<T>(
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  body?: object | FormData,
): Promise<Result<T>> {
  try {
    const response = await fetch(path, { method, ...withBody(body) });
    if (response.ok) return ok((await bodyOf(response)) as T);
    return fail(response.status === 401 ? SIGNED_OUT : await problemTitle(response));
  } catch {
    return fail(UNREACHABLE);
  }
}

function withBody(body: object | FormData | undefined): RequestInit {
  if (body === undefined) return {};
  if (body instanceof FormData) return { body };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

async function problemTitle(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
  return (
    problem?.title ?? `Postil answered with an error (${response.status}). Try again in a moment.`
  );
}
