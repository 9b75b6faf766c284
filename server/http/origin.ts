/**
 * Whether a request with this `Origin` header comes from our own pages: its host is the request's `Host`, or
 * that of PUBLIC_URL. No `Origin`: not a browser, or an old one on our own page; next-auth's token guards there.
 */
export function originAllowed(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string | null,
): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin).host;
  return from === host?.toLowerCase() || (publicUrl !== null && from === new URL(publicUrl).host);
}
