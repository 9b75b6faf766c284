/** `<ownerId>/<localId>`: who owns a record can be read from its key. */
const RECORD_KEY = /^([A-Za-z0-9_-]{1,40})\/([A-Za-z0-9_-]{10,40})$/;

export function recordKey(ownerId: string, localId: string): string {
  return `${ownerId}/${localId}`;
}

/** Null when the key does not follow the grammar. */
export function ownerOfKey(key: string): string | null {
  return RECORD_KEY.exec(key)?.[1] ?? null;
}
