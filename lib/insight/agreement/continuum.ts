/** A tagged part of a text. UTF-16 offsets, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

/** A text and who marked what in it, each in the order in which they marked. */
export interface Continuum {
  readonly length: number;
  readonly raters: Readonly<Record<string, readonly Span[]>>;
}
