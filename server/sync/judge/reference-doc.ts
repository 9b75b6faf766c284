import * as Y from 'yjs';
import type { StructIndex } from './struct-index.ts';
import { RECORD_MAPS } from '#lib/annotation/record-maps.ts';

/** Everything the index claims to know, in a form that two sources can be compared by. */
export interface Claims {
  states: Record<string, number>;
  /** `map key` -> value. */
  records: Record<string, unknown>;
  /** `client:clock` -> `map key` and the origin. */
  units: Record<string, string>;
  /** `client:clock` of what is not deleted. */
  standing: string[];
}

export function claimsOfIndex(index: StructIndex): Claims {
  const claims = emptyClaims(index.stateVector());
  for (const { map, key, value } of index.records()) claims.records[`${map} ${key}`] = value;
  for (const [client, { runs, state }] of index.clients)
    runs.forEach(({ clock, origin, slot, depth }, at) => {
      const end = runs[at + 1]?.clock ?? state;
      for (let unit = clock; unit < end; unit += 1) {
        const before = unit === clock ? origin : { client, clock: unit - 1 };
        claims.units[`${client}:${unit}`] = unitClaim(slot.map, slot.key, before);
        const tip = slot.tip;
        const isTip =
          tip?.spine.client === client && tip.spine.clock + tip.depth - tip.spine.depth === unit;
        if (isTip && slot.value !== null) claims.standing.push(`${client}:${unit}`);
        if (isTip && tip.depth !== depth + unit - clock) throw new Error('a tip at a wrong depth');
      }
    });
  claims.standing.sort();
  return claims;
}

export function claimsOfDoc(doc: Y.Doc): Claims {
  const claims = emptyClaims(Y.decodeStateVector(Y.encodeStateVector(doc)));
  for (const map of RECORD_MAPS)
    for (const [key, value] of Object.entries(doc.getMap(map).toJSON()))
      claims.records[`${map} ${key}`] = value;
  const roots = new Map<unknown, string>(RECORD_MAPS.map((map) => [doc.getMap(map), map]));
  for (const structs of doc.store.clients.values())
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) throw new Error('a flat place holds items only');
      const map = roots.get(struct.parent) ?? 'elsewhere';
      claimUnits(claims, struct, map, struct.parentSub ?? '');
    }
  claims.standing.sort();
  return claims;
}

function claimUnits(claims: Claims, item: Y.Item, map: string, key: string): void {
  const { client, clock } = item.id;
  for (let unit = clock; unit < clock + item.length; unit += 1) {
    const before = unit === clock ? item.origin : { client, clock: unit - 1 };
    claims.units[`${client}:${unit}`] = unitClaim(map, key, before);
    if (!item.deleted) claims.standing.push(`${client}:${unit}`);
  }
}

function unitClaim(
  map: string,
  key: string,
  origin: { client: number; clock: number } | null,
): string {
  return `${map} ${key} behind ${origin === null ? 'nothing' : `${origin.client}:${origin.clock}`}`;
}

function emptyClaims(states: ReadonlyMap<number, number>): Claims {
  return { states: Object.fromEntries(states), records: {}, units: {}, standing: [] };
}
