/** A browser without pages: cookies, next-auth's sign-in, JSON. */
export class Client {
  readonly url: string;
  private readonly cookies = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  /** For the sync socket. */
  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0) headers.set('Cookie', this.cookieHeader);
    const response = await fetch(new URL(path, this.url), { redirect: 'manual', ...init, headers });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return response;
  }

  /** Throws unless the answer is a success. */
  async get<T>(path: string): Promise<T> {
    return expectJson<T>(await this.fetch(path), path);
  }

  async send<T>(method: string, path: string, body: unknown = {}): Promise<T> {
    return expectJson<T>(await this.request(method, path, body), path);
  }

  request(method: string, path: string, body?: unknown): Promise<Response> {
    if (body === undefined) return this.fetch(path, { method });
    const headers = { 'Content-Type': 'application/json' };
    return this.fetch(path, { method, headers, body: JSON.stringify(body) });
  }

  /** Null when it worked, else the title of the problem. */
  async signIn(
    provider: 'setup' | 'invite' | 'password' | 'return',
    fields: Record<string, string>,
  ): Promise<string | null> {
    const { csrfToken } = await this.get<{ csrfToken: string }>('/api/auth/csrf');
    const body = new URLSearchParams({ ...fields, csrfToken, json: 'true' });
    const response = await this.fetch(`/api/auth/callback/${provider}`, { method: 'POST', body });
    const { url } = (await response.json()) as { url: string };
    return response.ok ? null : new URL(url).searchParams.get('error');
  }

  async signOut(): Promise<void> {
    const { csrfToken } = await this.get<{ csrfToken: string }>('/api/auth/csrf');
    const body = new URLSearchParams({ csrfToken, json: 'true' });
    await this.fetch('/api/auth/signout', { method: 'POST', body });
  }

  private keep(header: string): void {
    const [pair = '', ...attributes] = header.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(name.length + 1);
    const over = attributes.some((attribute) => /^\s*max-age=0$|1970/i.test(attribute));
    if (over || value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

async function expectJson<T>(response: Response, path: string): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}
