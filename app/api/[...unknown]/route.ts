import { problemResponse } from '#server/http/respond.ts';
import { problem } from '#server/problem.ts';

const UNKNOWN = problem(404, 'There is nothing at this address.');

function unknown(): Response {
  return problemResponse(UNKNOWN);
}

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
