/** Where a socket wants to go, and how. */
export interface SyncAddress {
  reading: string;
  place: string;
  /** A sync token, for clients that cannot send cookies. */
  token: string | null;
  /** The client wants message 100. */
  durable: boolean;
}

const PATH = /^\/sync\/([^/]+)\/(.+)$/;

/** Null when `url` (a request's path and query) is no address of a place. */
export function parseSyncAddress(url: string | undefined): SyncAddress | null {
  const parsed = URL.parse(url ?? '', 'http://postil');
  const match = PATH.exec(parsed?.pathname ?? '');
  if (parsed === null || match === null) return null;
  const reading = decoded(match[1]);
  const place = decoded(match[2]);
  if (reading === null || place === null) return null;
  return {
    reading,
    place,
    token: parsed.searchParams.get('token'),
    durable: parsed.searchParams.get('durable') === '1',
  };
}

function decoded(part: string | undefined): string | null {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    return null;
  }
}
