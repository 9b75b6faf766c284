import { asUser } from '#server/http/as-user.ts';
import { readImport } from '#server/http/read-import.ts';
import { answer, problemResponse } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

export function GET(request: Request): Promise<Response> {
  return asUser(request, async (user) => answer(await runtime().articles.list(user)));
}

/** Imports a multipart `file`, or JSON with a text, with the proposal accepted as it is. */
export function POST(request: Request): Promise<Response> {
  return asUser(request, async (user) => {
    const input = await readImport(request, runtime().importLimitBytes());
    if (!input.ok) return problemResponse(input.error);
    return answer(await runtime().articles.import(user, input.value), 201);
  });
}
