/** A place in the text that an address names. Offsets are UTF-16, half-open. */
export type AddressedPlace =
  | { kind: 'annotation'; id: string }
  | { kind: 'passage'; start: number; end: number };

/** `#a=<annotation key>`, or `?at=<start>-<end>` (an end may be missing); null when the address names no place. */
export function placeInAddress({
  hash,
  search,
}: Pick<URL, 'hash' | 'search'>): AddressedPlace | null {
  const id = new URLSearchParams(hash.slice(1)).get('a');
  if (id !== null && id !== '') return { kind: 'annotation', id };
  const at = /^(\d+)(?:-(\d+))?$/.exec(new URLSearchParams(search).get('at') ?? '');
  if (at === null) return null;
  const start = Number(at[1]);
  return { kind: 'passage', start, end: Math.max(start + 1, Number(at[2] ?? 0)) };
}
