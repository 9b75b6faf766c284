import { runtime } from '#server/runtime.ts';

export function GET(): Response {
  return Response.json(runtime().health(), { headers: { 'Cache-Control': 'no-store' } });
}
