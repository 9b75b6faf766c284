/**
 * Which column each row gets so that the costs are the least in all, no column twice: the Hungarian method by shortest augmenting paths with potentials (H. W. Kuhn, "The
 * Hungarian method for the assignment problem", 1955; R. Jonker and A. Volgenant, "A shortest augmenting path algorithm", Computing 38, 1987). `columns` ≥ `rows`. O(rows² · columns).
 */
export function cheapestAssignment(
  rows: number,
  columns: number,
  cost: (row: number, column: number) => number,
): Int32Array {
  const search = new Search(rows, columns, cost);
  for (let row = 0; row < rows; row += 1) search.assign(row);
  return search.columnOfRow();
}

/** Column `columns` is none: where a path begins. */
class Search {
  readonly #rows: number;
  readonly #columns: number;
  readonly #cost: (row: number, column: number) => number;
  readonly #rowPotential: Float64Array;
  readonly #columnPotential: Float64Array;
  readonly #rowOfColumn: Int32Array;

  constructor(rows: number, columns: number, cost: (row: number, column: number) => number) {
    this.#rows = rows;
    this.#columns = columns;
    this.#cost = cost;
    this.#rowPotential = new Float64Array(rows);
    this.#columnPotential = new Float64Array(columns + 1);
    this.#rowOfColumn = new Int32Array(columns + 1).fill(-1);
  }

  columnOfRow(): Int32Array {
    const found = new Int32Array(this.#rows);
    for (let column = 0; column < this.#columns; column += 1) {
      const row = this.#rowOfColumn[column] ?? -1;
      if (row >= 0) found[row] = column;
    }
    return found;
  }

  /** Along the cheapest path of columns that change hands, from `row` to a free one. */
  assign(row: number): void {
    const least = new Float64Array(this.#columns).fill(Infinity);
    const cameFrom = new Int32Array(this.#columns).fill(this.#columns);
    const isDone = new Uint8Array(this.#columns + 1);
    let at = this.#columns;
    this.#rowOfColumn[at] = row;
    while ((this.#rowOfColumn[at] ?? -1) >= 0) {
      isDone[at] = 1;
      this.#reach(at, least, cameFrom, isDone);
      at = this.#step(least, isDone);
    }
    for (let column = at; column !== this.#columns;) {
      const before = cameFrom[column] ?? this.#columns;
      this.#rowOfColumn[column] = this.#rowOfColumn[before] ?? -1;
      column = before;
    }
  }

  /** What columns cost by way of this one's row. */
  #reach(at: number, least: Float64Array, cameFrom: Int32Array, isDone: Uint8Array): void {
    const row = this.#rowOfColumn[at] ?? 0;
    const potential = this.#rowPotential[row] ?? 0;
    for (let column = 0; column < this.#columns; column += 1) {
      if (isDone[column] === 1) continue;
      const reduced = this.#cost(row, column) - potential - (this.#columnPotential[column] ?? 0);
      if (reduced >= (least[column] ?? Infinity)) continue;
      least[column] = reduced;
      cameFrom[column] = at;
    }
  }

  /** The cheapest column that was not reached yet; potentials move so that it costs nothing more. */
  #step(least: Float64Array, isDone: Uint8Array): number {
    let [next, by] = [0, Infinity];
    for (let column = 0; column < this.#columns; column += 1)
      if (isDone[column] === 0 && (least[column] ?? Infinity) < by)
        [next, by] = [column, least[column] ?? Infinity];
    for (let column = 0; column <= this.#columns; column += 1) {
      if (isDone[column] === 1) {
        const row = this.#rowOfColumn[column] ?? 0;
        this.#rowPotential[row] = (this.#rowPotential[row] ?? 0) + by;
        this.#columnPotential[column] = (this.#columnPotential[column] ?? 0) - by;
      } else if (column < this.#columns) least[column] = (least[column] ?? 0) - by;
    }
    return next;
  }
}
