import { runtime } from '../runtime.ts';

/** The remote address: the front door overwrites this header with the socket's own. */
export function addressOf(headers: Headers): string {
  return headers.get('x-forwarded-for') ?? '';
}

/** See `isFromThisMachine`, which the front door asked. */
export function isAskedFromThisMachine(headers: Headers): boolean {
  return headers.get('x-from-this-machine') === 'yes';
}

/** Where links to give away begin, e.g. `http://192.168.1.7:3000`. */
export function originOf(headers: Headers): string {
  return runtime().linkOrigin(headers.get('host'));
}
