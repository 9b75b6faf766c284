import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

/** The Yjs client ids whose structs an accepted update carries; a delete alone names none. */
export function clientsOfUpdate(update: Uint8Array): number[] {
  return clientOfOneBlock(update) ?? [...Y.parseUpdateMeta(update).from.keys()];
}

/** Nearly every update has one block, and its client stands at the beginning: nothing else need be read. */
function clientOfOneBlock(update: Uint8Array): number[] | null {
  const decoder = decoding.createDecoder(update);
  if (decoding.readVarUint(decoder) !== 1) return null;
  decoding.readVarUint(decoder);
  return [decoding.readVarUint(decoder)];
}
