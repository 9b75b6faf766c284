import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Client } from '#tests/integration/client.ts';

export interface WindowOptions {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  touch?: boolean;
}

/** One person's browser window, and everything in it that a browser complains about. */
export interface ReaderWindow {
  page: Page;
  context: BrowserContext;
  /** Console errors, uncaught errors and reports of the content security policy, with where they came from. */
  complaints: string[];
}

/** A window of its own (cookies, storage), signed in as `client` when given. */
export async function openWindow(
  browser: Browser,
  url: string,
  client: Client | null,
  { width = 1440, height = 900, theme = 'light', touch = false }: WindowOptions = {},
): Promise<ReaderWindow> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: theme,
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: 'reduce',
  });
  if (client !== null) await context.addCookies(cookiesOf(client, url));
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  return { page, context, complaints: complaintsOf(page) };
}

export function cookiesOf(
  client: Client,
  url: string,
): { name: string; value: string; url: string }[] {
  return client.cookieHeader.split('; ').map((pair) => {
    const name = pair.slice(0, pair.indexOf('='));
    return { name, value: pair.slice(name.length + 1), url };
  });
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !isLostConnection(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${String(error)}`));
  return complaints;
}

/** What Chromium says of its own accord when a server restarts (503 while it starts) or a test goes offline. */
function isLostConnection(text: string): boolean {
  return /net::ERR_(CONNECTION_|INTERNET_DISCONNECTED|NETWORK_CHANGED|EMPTY_RESPONSE)|WebSocket connection to .* failed|status of 503/.test(
    text,
  );
}
