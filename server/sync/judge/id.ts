/** One unit of a Yjs document: every value ever written has one. */
export interface Id {
  readonly client: number;
  readonly clock: number;
}

/** Two thousand million clocks fit in forty bytes; no honest client comes near (J5). */
export const MAX_CLOCK = 2 ** 31;
