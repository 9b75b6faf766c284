import NextAuth from 'next-auth';
import { NextRequest } from 'next/server';
import { authOptions } from '#server/auth/auth-options.ts';
import { guarded } from '#server/http/as-user.ts';
import { readText } from '#server/http/read-body.ts';
import { problemResponse } from '#server/http/respond.ts';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

export function GET(request: NextRequest, context: Context): Promise<Response> {
  return guarded(async () => {
    const { nextauth } = await context.params;
    const error = request.nextUrl.searchParams.get('error');
    if (nextauth[0] === 'error' && error !== null) return toSignIn(error);
    return nextAuth(request, context);
  });
}

export function POST(request: NextRequest, context: Context): Promise<Response> {
  return guarded(async () => {
    const body = await readText(request);
    if (!body.ok) return problemResponse(body.error);
    const { method, headers, url } = request;
    return nextAuth(new NextRequest(url, { method, headers, body: body.value }), context);
  });
}

async function nextAuth(request: NextRequest, context: Context): Promise<Response> {
  const response: Response = await NextAuth(request, context, authOptions());
  return response;
}

/** next-auth would put the words into the header as they are, and words may be outside Latin-1. */
function toSignIn(error: string): Response {
  const location = `/sign-in?error=${encodeURIComponent(error)}`;
  return new Response(null, { status: 302, headers: { Location: location } });
}
