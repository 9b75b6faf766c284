import { AGAINST_NOTHING } from './dissimilarity.ts';
import { cheapestAssignment } from './assignment.ts';
import type { Units } from './unit.ts';

/**
 * Units of different people that stand for one another, one of each at most: a unitary alignment. With n people it costs Σ d over all n (n − 1) / 2 pairs of people,
 * Δ_∅ for each pair of which one or both have nothing there; that is n (n − 1) / 2 · Δ_∅ + Σ (d − Δ_∅) over the pairs of its units.
 */
type Group = readonly number[];

export interface Alignment {
  /** Σ over the groups, by pairs of people. */
  readonly cost: number;
  readonly groups: readonly Group[];
}

/** What units cost together, and how to find what costs least. */
export class Aligner {
  readonly #units: Units['units'];
  readonly #apart: Float64Array;
  /** Of any group, whatever is in it: every pair of people against nothing. */
  readonly #ofGroup: number;

  /** `apart`: dissimilarities of the units, row by row. */
  constructor({ units, people }: Units, apart: Float64Array) {
    this.#units = units;
    this.#apart = apart;
    this.#ofGroup = ((people * (people - 1)) / 2) * AGAINST_NOTHING;
  }

  costOf(groups: readonly Group[]): number {
    return groups.reduce((sum, group) => sum + this.#costOfGroup(group), 0);
  }

  /** The least that `some` can cost, over all ways to group them: for a dozen at most. Each set of units is the first one's group and the rest's best. */
  best(some: readonly number[]): Alignment {
    const known = new Map<number, Alignment>([[0, { cost: 0, groups: [] }]]);
    const bestOf = (set: number): Alignment => {
      const before = known.get(set);
      if (before !== undefined) return before;
      const first = set & -set;
      let found: Alignment = { cost: Infinity, groups: [] };
      // Every part of the set without its first unit, the whole first and nothing last.
      for (let others = set ^ first; ; others = (others - 1) & (set ^ first)) {
        const group = unitsIn(some, others | first);
        if (this.#isGroup(group)) {
          const rest = bestOf(set ^ first ^ others);
          const cost = this.#costOfGroup(group) + rest.cost;
          if (cost < found.cost) found = { cost, groups: [group, ...rest.groups] };
        }
        if (others === 0) break;
      }
      known.set(set, found);
      return found;
    };
    return bestOf(2 ** some.length - 1);
  }

  /**
   * Person after person, each person's units are given to the groups of the others at the least cost, and groups that cost less together are joined; and so again until nothing gets cheaper. With two
   * people that is the least there is; with more it may stay above.
   */
  nearBest(some: readonly number[]): Alignment {
    const byPerson = [...Map.groupBy(some, (unit) => this.#personOf(unit)).values()];
    const inOrder = this.#improved([], byPerson);
    if (byPerson.length < 3) return inOrder;
    const starts = [
      this.#joined(some.map((unit) => [unit])),
      this.#improved([], byPerson.toReversed()).groups,
    ];
    return starts
      .map((groups) => this.#improved(groups, byPerson))
      .reduce((best, other) => (other.cost < best.cost ? other : best), inOrder);
  }

  #improved(start: readonly Group[], byPerson: readonly (readonly number[])[]): Alignment {
    let groups = [...start];
    let cost = Infinity;
    for (;;) {
      for (const own of byPerson) groups = this.#regrouped(own, groups);
      groups = this.#joined(groups);
      const now = this.costOf(groups);
      if (now >= cost - 1e-9) return { cost: now, groups };
      cost = now;
    }
  }

  /** Units that may stand in one group of what costs least: else both parts of the group cost less apart. */
  mayMeet(a: number, b: number): boolean {
    return this.#personOf(a) !== this.#personOf(b) && this.#more(a, b) <= this.#ofGroup;
  }

  #regrouped(own: readonly number[], groups: readonly Group[]): Group[] {
    const person = this.#personOf(own[0]);
    const others = groups
      .map((group) => group.filter((unit) => this.#personOf(unit) !== person))
      .filter((group) => group.length > 0);
    const joining = own.map((unit) => others.map((group) => this.#costOfJoining(unit, group)));
    // A column more for each unit: a group of its own.
    const columns = others.length + own.length;
    const given = cheapestAssignment(
      own.length,
      columns,
      (row, column) => joining[row]?.[column] ?? this.#ofGroup,
    );
    const alone = own.filter((_, row) => (given[row] ?? 0) >= others.length);
    const joined = others.map((group) => [...group]);
    for (const [row, unit] of own.entries()) joined[given[row] ?? 0]?.push(unit);
    return [...joined, ...alone.map((unit) => [unit])];
  }

  /** Each group goes to the one before it with which it saves most, if any. */
  #joined(groups: readonly Group[]): Group[] {
    const joined: Group[] = [];
    for (const group of groups) {
      const savings = joined.map((other) => this.#saving(group, other));
      const most = Math.max(0, ...savings);
      const at = most > 1e-9 ? savings.indexOf(most) : joined.length;
      joined[at] = [...(joined[at] ?? []), ...group];
    }
    return joined;
  }

  #saving(a: Group, b: Group): number {
    let saving = this.#ofGroup;
    for (const unit of a) {
      if (b.some((other) => this.#personOf(other) === this.#personOf(unit))) return 0;
      saving -= this.#costOfJoining(unit, b);
    }
    return saving;
  }

  #costOfJoining(unit: number, group: Group): number {
    let sum = 0;
    for (const other of group) sum += this.#more(unit, other);
    return sum;
  }

  #costOfGroup(group: Group): number {
    let sum = this.#ofGroup;
    for (const [at, unit] of group.entries())
      for (let other = 0; other < at; other += 1) sum += this.#more(unit, group[other] ?? unit);
    return sum;
  }

  /** What two units cost together more than against nothing. */
  #more(a: number, b: number): number {
    return (this.#apart[a * this.#units.length + b] ?? 0) - AGAINST_NOTHING;
  }

  #personOf(unit = 0): number {
    return this.#units[unit]?.person ?? 0;
  }

  #isGroup(units: readonly number[]): boolean {
    return new Set(units.map((unit) => this.#personOf(unit))).size === units.length;
  }
}

/** Those of `some` whose bits are in the set. */
function unitsIn(some: readonly number[], set: number): number[] {
  return some.filter((_, bit) => (set & (1 << bit)) !== 0);
}
