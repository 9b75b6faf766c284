import { problemResponse } from '#server/http/respond.ts';
import { NOTHING_HERE } from '#server/problem.ts';

function unknown(): Response {
  return problemResponse(NOTHING_HERE);
}

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
