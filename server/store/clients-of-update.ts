import * as Y from 'yjs';

/** The Yjs client ids whose structs an update carries; a delete alone names none. */
export function clientsOfUpdate(update: Uint8Array): number[] {
  return [...Y.parseUpdateMeta(update).from.keys()];
}
