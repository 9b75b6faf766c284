import { confirmedImportSchema } from '#lib/protocol/http.ts';
import { asUser } from '#server/http/as-user.ts';
import { confirmLimit } from '#server/http/read-import.ts';
import { readJson } from '#server/http/read-body.ts';
import { answer, problemResponse } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

/** Imports the blocks that a person has confirmed. */
export function POST(request: Request): Promise<Response> {
  return asUser(request, async (user) => {
    const limit = confirmLimit(runtime().importLimitBytes());
    const input = await readJson(request, confirmedImportSchema, limit);
    if (!input.ok) return problemResponse(input.error);
    return answer(await runtime().articles.confirm(user, input.value), 201);
  });
}
