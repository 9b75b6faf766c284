/** What a browser is told about every answer (issue 2, "Headers"). */
export interface PageContext {
  nonce: string;
  /** The request's `Host`: sockets of this very host may be opened. */
  host: string | undefined;
  dev: boolean;
  /** PUBLIC_URL is https. */
  https: boolean;
}

export function securityHeaders(context: PageContext): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(context),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(context.https ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}

/**
 * Scripts and style sheets by nonce alone; Next puts it on its own tags. `style` attributes are allowed: React
 * and ProseMirror set them, and they run nothing. React's development build needs `eval`.
 */
export function contentSecurityPolicy({ nonce, host, dev }: PageContext): string {
  const sockets =
    host !== undefined && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${sockets}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "form-action 'self'",
  ].join('; ');
}
