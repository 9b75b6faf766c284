import type { IncomingMessage } from 'node:http';

/** Whether address and host can be read at all: what comes after throws on others. */
export function isSound({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): boolean {
  if (!url.startsWith('/') || !URL.canParse(`http://${headers.host ?? ''}${url}`)) return false;
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
