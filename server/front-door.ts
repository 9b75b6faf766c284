import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Problem } from '#lib/protocol/http.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { clientAddress } from './http/client-address.ts';
import { explainWrongMethod, WRONG_METHOD } from './http/explain-wrong-method.ts';
import { isFromThisMachine } from './http/from-this-machine.ts';
import { originAllowed } from './http/origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import { isSound } from './http/sound-request.ts';
import { problem } from './problem.ts';
import type { Settings } from './settings.ts';

type Phase = 'starting' | 'ok' | 'draining';

/** What stands behind the door once it is open. */
export interface Inside {
  request(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/**
 * The one port. It listens before anything else happens, so that a taken port is known at once, and tells who
 * comes early that Postil is starting.
 */
export interface FrontDoor {
  port: number;
  phase(): Phase;
  open(inside: Inside): void;
  /** From now on new requests are turned away. */
  drain(): void;
  close(): Promise<void>;
}

type Door = Pick<Settings, 'host' | 'port' | 'publicUrl'>;

/** Fails with one line when the port or the address cannot be had. */
export async function listen(settings: Door, dev: boolean): Promise<Result<FrontDoor>> {
  let phase: Phase = 'starting';
  let inside: Inside | null = null;
  const server = createServer((request, response) => {
    prepare(request, response, settings, dev);
    explainWrongMethod(request, response);
    const refused = refusal(request, settings, phase) ?? pageProblem(request, dev);
    if (refused !== null) refuse(request, response, refused, phase);
    else void inside?.request(request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    // Who asks may be gone before there is an answer, and an unheard error would end the process.
    socket.on('error', () => socket.destroy());
    if (phase === 'ok') inside?.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
  });
  const problemLine = await new Promise<string | null>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(listenProblem(error, settings)));
    server.listen(settings.port, settings.host, () => resolve(null));
  });
  if (problemLine !== null) return fail(problemLine);
  return ok({
    port: (server.address() as AddressInfo).port,
    phase: () => phase,
    open(behind) {
      inside = behind;
      phase = 'ok';
    },
    drain() {
      phase = 'draining';
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2000).unref();
      }),
  });
}

/** What follows trusts these headers, so what a client sent in them is overwritten. */
function prepare(
  request: IncomingMessage,
  response: ServerResponse,
  { publicUrl }: Door,
  dev: boolean,
): void {
  const https = publicUrl?.startsWith('https:') ?? false;
  const { host } = request.headers;
  const nonce = randomBytes(16).toString('base64');
  const headers = securityHeaders({ nonce, host, dev, https });
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  request.headers['content-security-policy'] = headers['Content-Security-Policy'];
  request.headers['x-nonce'] = nonce;
  request.headers['x-from-this-machine'] = isFromThisMachine(request) ? 'yes' : 'no';
  request.headers['x-forwarded-for'] = clientAddress(request, publicUrl !== null);
  request.headers['x-forwarded-proto'] = https ? 'https' : 'http';
  request.headers['x-forwarded-host'] = publicUrl === null ? host : new URL(publicUrl).host;
  delete request.headers['x-forwarded-port'];
}

const STARTING = problem(503, 'Postil is starting. Try again in a moment.');
const DRAINING = problem(503, 'Postil is restarting. Try again in a moment.');
const FOREIGN = problem(
  403,
  'This request comes from another website. Open Postil itself and try there.',
);

const UNSOUND = problem(400, 'This address cannot be read. Check it for typing errors.');

function refusal(request: IncomingMessage, { publicUrl }: Door, phase: Phase): Problem | null {
  if (phase === 'starting') return STARTING;
  if (phase === 'draining') return DRAINING;
  if (!isSound(request)) return UNSOUND;
  const { origin, host } = request.headers;
  const reads = request.method === 'GET' || request.method === 'HEAD';
  return reads || originAllowed(origin, host, publicUrl) ? null : FOREIGN;
}

/** Pages are only read: Next would take other methods for calls of server actions, which there are none of, and log what they carry. */
function pageProblem({ url = '', method }: IncomingMessage, dev: boolean): Problem | null {
  if (dev || method === 'GET' || method === 'HEAD' || url.startsWith('/api/')) return null;
  return WRONG_METHOD;
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  refused: Problem,
  phase: Phase,
): void {
  response.statusCode = refused.status;
  response.setHeader('Connection', 'close');
  if (refused.status === 503) response.setHeader('Retry-After', '2');
  if (request.url === '/api/health') {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ status: phase }));
  } else if (refused.status === 503 && request.headers.accept?.includes('text/html') === true) {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(waitingPage(refused.title));
  } else {
    response.setHeader('Content-Type', 'application/problem+json');
    response.end(JSON.stringify(refused));
  }
}

function waitingPage(title: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Postil</title><p>${title}</p></html>`;
}

function listenProblem(error: NodeJS.ErrnoException, { host, port }: Door): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use. Stop what uses it, or choose another with PORT.`;
  if (error.code === 'EACCES')
    return `Port ${port} needs more rights. Choose one from 1024 with PORT.`;
  return `Cannot listen on HOST=${host}, PORT=${port} (${error.code ?? error.message}).`;
}
