import type { IncomingMessage, ServerResponse } from 'node:http';
import { problem } from '../problem.ts';

export const WRONG_METHOD = problem(
  405,
  'This address does not take such a request. See the contract for what it takes.',
);

/** Next answers a route's missing method with an empty 405; the routes of ours say it in words. */
export function explainWrongMethod(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.startsWith('/api/') !== true || request.url.startsWith('/api/auth/')) return;
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
  const isBare = (): boolean => response.statusCode === 405 && !response.hasHeader('Content-Type');
  let explained = false;
  const explain = (): void => {
    if (explained || response.headersSent || !isBare()) return;
    explained = true;
    response.setHeader('Content-Type', 'application/problem+json');
    response.removeHeader('Content-Length');
  };
  response.writeHead = (...given: unknown[]) => {
    explain();
    return writeHead(...given);
  };
  response.end = (...given: unknown[]) => {
    explain();
    return explained ? end(JSON.stringify(WRONG_METHOD)) : end(...given);
  };
}
