import { networkInterfaces } from 'node:os';
import { startCommand } from './start-command.ts';
import { DEFAULT_PORT, type Settings } from './settings.ts';

/** Links that people copy from the terminal or the group page must work on the machine they open them on. */
type Listening = Pick<Settings, 'host' | 'port' | 'publicUrl'>;

/** The origin of printed links, e.g. `http://localhost:3000`. `port`: the one really listened on. */
export function printedOrigin({ host, port, publicUrl }: Listening): string {
  if (publicUrl !== null) return publicUrl;
  if (isEveryAddress(host)) return `http://${networkAddress() ?? 'localhost'}:${port}`;
  return `http://${isLoopback(host) ? 'localhost' : bracketed(host)}:${port}`;
}

/**
 * The origin of links made for a person who is at `requestHost` (a `Host` header): the one they use
 * themselves, unless others could not reach it and there is a better one.
 */
export function linkOrigin(listening: Listening, requestHost: string | null): string {
  if (listening.publicUrl !== null || requestHost === null) return printedOrigin(listening);
  const name = requestHost.replace(/:\d+$/, '');
  if (isLoopback(name) && isEveryAddress(listening.host)) return printedOrigin(listening);
  return `http://${requestHost}`;
}

/** The command that lets others on the network in; null when they can reach this Postil already. */
export function opensToNetwork(
  listening: Listening & Pick<Settings, 'startCommand'>,
): string | null {
  const { host, port, publicUrl, startCommand: again } = listening;
  if (publicUrl !== null || !isLoopback(host)) return null;
  const PORT = port === DEFAULT_PORT ? undefined : `${port}`;
  return startCommand({ HOST: '0.0.0.0', PORT }, again);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.startsWith('127.') || host === '::1' || host === '[::1]';
}

function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** This machine's first IPv4 address on a network; null when it is on none. */
function networkAddress(): string | null {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}
