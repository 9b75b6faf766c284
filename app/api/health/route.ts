import { guarded } from '#server/http/as-user.ts';
import { healthResponse } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

export function GET(): Promise<Response> {
  return guarded(async () => healthResponse(await runtime().health()));
}
