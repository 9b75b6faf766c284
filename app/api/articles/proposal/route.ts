import { asUser } from '#server/http/as-user.ts';
import { readImport } from '#server/http/read-import.ts';
import { answer, problemResponse } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

/** How an import would look: every block with a kind, nothing stored. */
export function POST(request: Request): Promise<Response> {
  return asUser(request, async (user) => {
    const input = await readImport(request, runtime().importLimitBytes());
    if (!input.ok) return problemResponse(input.error);
    return answer(await runtime().articles.propose(user, input.value));
  });
}
