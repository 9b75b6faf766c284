/**
 * Writes parameters into the address in place of those named, without a request and without a step in the browser's history: going
 * back leads away from the article, as before.
 */
export function replaceParameters(
  names: readonly string[],
  pairs: readonly (readonly [name: string, value: string])[],
): void {
  const url = new URL(window.location.href);
  for (const name of names) url.searchParams.delete(name);
  for (const [name, value] of pairs) url.searchParams.set(name, value);
  if (url.href !== window.location.href) window.history.replaceState(null, '', url);
}
