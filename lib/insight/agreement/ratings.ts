import { type Vote, voteKey, voteOf } from './vote.ts';

/** Who gave what to which unit (a sentence, as a rule). */
export interface Ratings {
  readonly units: number;
  /** The different votes that were given. */
  readonly values: readonly Vote[];
  /** One row a person: for each unit the index of their vote in `values`; `MISSING` where nothing is known. */
  readonly rows: readonly Int32Array[];
}

export const MISSING = -1;

/**
 * From one row a person, one column a unit: a tag, a vote of several tags or of none, or null where nothing is known. Rows may differ in
 * length; what is not there is missing.
 */
export function ratingsOf(rows: readonly (readonly (string | Vote | null)[])[]): Ratings {
  const units = Math.max(0, ...rows.map(({ length }) => length));
  const known = new KnownVotes();
  const encoded = rows.map((row) => {
    const indexes = new Int32Array(units).fill(MISSING);
    for (const [unit, given] of row.entries())
      if (given !== null)
        indexes[unit] = known.indexOf(typeof given === 'string' ? [given] : given);
    return indexes;
  });
  return { units, values: known.values, rows: encoded };
}

/** Every different vote once, in the order in which they came. */
export class KnownVotes {
  readonly values: Vote[] = [];
  readonly #indexes = new Map<string, number>();

  indexOf(vote: Vote): number {
    const one = vote.length > 1 ? voteOf(vote) : vote;
    const key = voteKey(one);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.values.length);
    return this.values.push(one) - 1;
  }
}
