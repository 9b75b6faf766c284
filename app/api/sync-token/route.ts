import { syncTokenSchema } from '#lib/protocol/http.ts';
import { asUser } from '#server/http/as-user.ts';
import { readJson } from '#server/http/read-body.ts';
import { answer, problemResponse } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

/** For clients that open the sync socket without cookies. */
export function POST(request: Request): Promise<Response> {
  return asUser(request, async (user) => {
    const input = await readJson(request, syncTokenSchema);
    if (!input.ok) return problemResponse(input.error);
    const { reading, place } = input.value;
    return answer(await runtime().readings.syncToken(user, reading, place));
  });
}
