import { type Figure, figure, undefinedFor } from './figure.ts';
import { MISSING, type Ratings } from './ratings.ts';
import type { Vote } from './vote.ts';

export interface DawidSkene {
  readonly values: readonly Vote[];
  /** By unit, how likely each value is, given the votes and the model; null for a unit without votes. */
  readonly likely: readonly (readonly number[] | null)[];
  /** How frequent each value is under the model. */
  readonly shares: readonly number[];
  /** By observer, row by row for each value: how often they choose each value where the model holds it for that one. */
  readonly choices: readonly (readonly number[])[];
  /** Rounds of estimation; whether the last one changed nothing that matters. */
  readonly rounds: number;
  readonly settled: boolean;
}

const MOST_ROUNDS = 200;
const MATTERS = 1e-7;

/**
 * What the votes as a whole speak for in each unit, if each observer errs in a constant way of their own: by expectation and maximisation, from
 * the shares of the votes. A. P. Dawid and A. M. Skene, "Maximum likelihood estimation of observer error-rates using the EM algorithm", Applied
 * Statistics 28 (1979), equations 2.3 to 2.5. A model of the votes, never the truth: where most err alike, it errs with them.
 * `observers`: for each row whose it is, where somebody voted more than once; by default each row is somebody's own.
 */
export function dawidSkene(
  ratings: Ratings,
  observers: readonly number[] = [...ratings.rows.keys()],
): Figure<DawidSkene> {
  const votes = votesOf(ratings, observers);
  if (votes.unit.length === 0) return undefinedFor('nobody');
  if (new Set(votes.observer).size < 2) return undefinedFor('one-person');
  if (new Set(votes.value).size < 2) return undefinedFor('one-tag');
  const model = new Model(votes, ratings.units, ratings.values.length);
  for (let round = 1; ; round += 1) {
    model.maximise();
    const settled = model.expect() < MATTERS;
    if (settled || round === MOST_ROUNDS)
      return figure({ values: ratings.values, ...model.state(), rounds: round, settled });
  }
}

/** One entry a vote. */
interface Votes {
  readonly unit: Int32Array;
  readonly observer: Int32Array;
  readonly value: Int32Array;
}

function votesOf({ rows }: Ratings, observers: readonly number[]): Votes {
  const [unit, observer, value]: [number[], number[], number[]] = [[], [], []];
  for (const [at, row] of rows.entries())
    for (const [here, given] of row.entries()) {
      if (given === MISSING) continue;
      unit.push(here);
      observer.push(observers[at] ?? at);
      value.push(given);
    }
  return {
    unit: Int32Array.from(unit),
    observer: Int32Array.from(observer),
    value: Int32Array.from(value),
  };
}

class Model {
  readonly #votes: Votes;
  readonly #width: number;
  /** By unit, how many votes. */
  readonly #voted: Float64Array;
  /** By unit, then by value. */
  readonly #likely: Float64Array;
  readonly #shares: Float64Array;
  /** By observer, then by value held, then by value chosen. */
  readonly #choices: Float64Array;

  constructor(votes: Votes, units: number, width: number) {
    this.#votes = votes;
    this.#width = width;
    this.#voted = new Float64Array(units);
    this.#likely = new Float64Array(units * width);
    this.#shares = new Float64Array(width);
    this.#choices = new Float64Array(
      (votes.observer.reduce((a, b) => Math.max(a, b), 0) + 1) * width ** 2,
    );
    for (const [vote, unit] of votes.unit.entries()) {
      add(this.#voted, unit, 1);
      add(this.#likely, unit * width + (votes.value[vote] ?? 0), 1);
    }
    this.#normaliseRows(this.#likely);
  }

  /** Shares and choices from what is likely (2.3, 2.4). */
  maximise(): void {
    const { unit, observer, value } = this.#votes;
    const width = this.#width;
    this.#shares.fill(0);
    for (const [at, likely] of this.#likely.entries()) add(this.#shares, at % width, likely);
    this.#normaliseRows(this.#shares);
    this.#choices.fill(0);
    for (let vote = 0; vote < unit.length; vote += 1) {
      const from = (unit[vote] ?? 0) * width;
      const to = (observer[vote] ?? 0) * width ** 2 + (value[vote] ?? 0);
      for (let held = 0; held < width; held += 1)
        add(this.#choices, to + held * width, this.#likely[from + held] ?? 0);
    }
    this.#normaliseRows(this.#choices);
  }

  /** What is likely, from shares and choices (2.5); in logarithms, as the factors are many. Gives the largest change. */
  expect(): number {
    const { unit, observer, value } = this.#votes;
    const width = this.#width;
    const before = this.#likely.slice();
    const shares = this.#shares.map(Math.log);
    const choices = this.#choices.map(Math.log);
    for (let at = 0; at < this.#likely.length; at += 1) this.#likely[at] = shares[at % width] ?? 0;
    for (let vote = 0; vote < unit.length; vote += 1) {
      const to = (unit[vote] ?? 0) * width;
      const from = (observer[vote] ?? 0) * width ** 2 + (value[vote] ?? 0);
      for (let held = 0; held < width; held += 1)
        add(this.#likely, to + held, choices[from + held * width] ?? 0);
    }
    for (const [at, votes] of this.#voted.entries()) this.#settle(at, votes);
    return before.reduce(
      (most, was, at) => Math.max(most, Math.abs((this.#likely[at] ?? 0) - was)),
      0,
    );
  }

  /** From logarithms to what sums to 1. */
  #settle(unit: number, votes: number): void {
    const here = this.#likely.subarray(unit * this.#width, (unit + 1) * this.#width);
    const most = Math.max(...here);
    for (const [at, log] of here.entries()) here[at] = votes === 0 ? 0 : Math.exp(log - most);
    normalise(here);
  }

  #normaliseRows(numbers: Float64Array): void {
    for (let at = 0; at < numbers.length; at += this.#width)
      normalise(numbers.subarray(at, at + this.#width));
  }

  state(): Pick<DawidSkene, 'likely' | 'shares' | 'choices'> {
    const rowsOf = (numbers: Float64Array, width: number): number[][] =>
      Array.from({ length: numbers.length / width }, (_, row) => [
        ...numbers.subarray(row * width, (row + 1) * width),
      ]);
    return {
      likely: rowsOf(this.#likely, this.#width).map((row, unit) =>
        this.#voted[unit] === 0 ? null : row,
      ),
      shares: [...this.#shares],
      choices: rowsOf(this.#choices, this.#width ** 2),
    };
  }
}

function add(numbers: Float64Array, at: number, more: number): void {
  numbers[at] = (numbers[at] ?? 0) + more;
}

/** To a sum of 1; zeros stay. */
function normalise(numbers: Float64Array): void {
  let sum = 0;
  for (const number of numbers) sum += number;
  if (sum === 0) return;
  for (const [at, number] of numbers.entries()) numbers[at] = number / sum;
}
