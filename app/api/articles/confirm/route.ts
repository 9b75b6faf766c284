import { asUser } from '#server/http/as-user.ts';
import { confirmLimit } from '#server/http/read-import.ts';
import { readJsonText } from '#server/http/read-body.ts';
import { answer, problemResponse } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

/** Imports the blocks that a person has confirmed. */
export function POST(request: Request): Promise<Response> {
  return asUser(request, async (user) => {
    const limit = confirmLimit(runtime().importLimitBytes());
    const input = await readJsonText(request, limit);
    if (!input.ok) return problemResponse(input.error);
    return answer(await runtime().articles.confirm(user, input.value), 201);
  });
}
