import type { Continuum, Span } from '../continuum.ts';

/** A span and whose it is, by index. */
export interface Unit extends Span {
  readonly person: number;
}

/** What people marked; who marked nothing counts among `people`. */
export interface Units {
  readonly people: number;
  readonly units: readonly Unit[];
}

/** Each person's spans, in an order that does not depend on who is who, nor on when they marked what. */
export function spansByPerson({ raters }: Pick<Continuum, 'raters'>): Span[][] {
  return Object.values(raters)
    .map((spans) =>
      spans.toSorted((a, b) => a.start - b.start || a.end - b.end || compare(a.tag, b.tag)),
    )
    .map((spans) => ({ spans, key: JSON.stringify(spans) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ spans }) => spans);
}

export function unitsOf(byPerson: readonly (readonly Span[])[]): Units {
  return {
    people: byPerson.length,
    units: byPerson.flatMap((spans, person) => spans.map((span) => ({ ...span, person }))),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
