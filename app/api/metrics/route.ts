import { guarded } from '#server/http/as-user.ts';
import { isAskedFromThisMachine } from '#server/http/request-facts.ts';
import { metricsResponse } from '#server/http/respond.ts';
import { runtime } from '#server/runtime.ts';

export function GET(request: Request): Promise<Response> {
  return guarded(async () => {
    const user = await runtime().session.user(request.headers.get('cookie'));
    return metricsResponse(await runtime().metrics(user, isAskedFromThisMachine(request.headers)));
  });
}
