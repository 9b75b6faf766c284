import { asUser } from '#server/http/as-user.ts';
import { NOT_STORED, problemResponse } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

type Context = { params: Promise<{ reading: string }> };

/** The canonical text of the revision: what offsets refer to. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return asUser(request, async (user) => {
    const { reading } = await params;
    const text = await runtime().readings.text(user, reading);
    if (!text.ok) return problemResponse(text.error);
    const headers = { ...NOT_STORED, 'Content-Type': 'text/plain; charset=utf-8' };
    return new Response(text.value, { headers });
  });
}
