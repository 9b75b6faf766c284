/**
 * JSON Canonicalization Scheme (RFC 8785) of a plain JSON value: no spaces, the names of an object in the order of their UTF-16 units,
 * numbers and strings as `JSON.stringify` writes them. A field that is undefined is not there.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields: [name: string, json: string][] = [];
  for (const [name, field] of Object.entries(value))
    if (field !== undefined) fields.push([name, canonicalJson(field)]);
  return canonicalObject(fields);
}

/** An object whose fields are canonical JSON already. */
export function canonicalObject(
  fields: readonly (readonly [name: string, json: string])[],
): string {
  const inOrder = fields.toSorted(([a], [b]) => (a < b ? -1 : 1));
  let json = '';
  for (const [name, field] of inOrder)
    json += `${json === '' ? '' : ','}${JSON.stringify(name)}:${field}`;
  return `{${json}}`;
}
