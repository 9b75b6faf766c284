import { type Range, type Redrawable, bootstrapRanges } from './bootstrap.ts';
import { type Coincidences, coincidencesOf, tagsIn } from './coincidences.ts';
import { whyIncomparable } from './comparable.ts';
import type { Continuum, Span } from './continuum.ts';
import type { Figure, WhyUndefined } from './figure.ts';
import { flatSpans } from './flat-spans.ts';
import type { Generator } from './seeded.ts';
import { type UnitizingAlpha, unitizingAlpha, unitizingAlphaOf } from './unitizing-alpha.ts';

type Ranged = 'uAlpha' | 'barUAlpha' | 'cuAlpha';

/** Beginning and end, UTF-16, half-open. */
export type Section = readonly [start: number, end: number];

/**
 * The ranges (B4) of uα, |uα and cuα over sections of the text (its blocks, as a rule), in the order of the text and without overlap. A span across a border
 * counts as one in each section, so that the sections are independent.
 */
export function unitizingRanges(
  continuum: Continuum,
  sections: readonly Section[],
  random: Generator,
): Record<Ranged, Figure<Range>> {
  const incomparable = whyIncomparable(continuum) !== null;
  const parts = incomparable ? [] : coincidencesBySection(continuum, sections);
  const figures = unitizingAlpha(continuum);
  const whyNot = (figure: Figure): WhyUndefined | null => (figure.defined ? null : figure.reason);
  return bootstrapRanges(new CoincidenceTotal(parts), [...parts.keys()], random, {
    uAlpha: whyNot(figures.uAlpha),
    barUAlpha: whyNot(figures.barUAlpha),
    cuAlpha: whyNot(figures.cuAlpha),
  });
}

function coincidencesBySection(continuum: Continuum, sections: readonly Section[]): Coincidences[] {
  const tags = tagsIn(continuum);
  const people = Object.entries(continuum.raters).map(
    ([name, spans]) => [name, spansBySection(flatSpans(spans), sections)] as const,
  );
  return sections.map(([start, end], at) => {
    const raters = people.map(([name, parts]) => [name, parts[at] ?? []] as const);
    return coincidencesOf({ length: end - start, raters: Object.fromEntries(raters) }, tags);
  });
}

/** One person's spans in each section, counted from its beginning. `spans`: in the order of the text, without overlap. */
function spansBySection(spans: readonly Span[], sections: readonly Section[]): Span[][] {
  let first = 0;
  return sections.map(([start, end]) => {
    const here: Span[] = [];
    while ((spans[first]?.end ?? Infinity) <= start) first += 1;
    for (let at = first; (spans[at]?.start ?? Infinity) < end; at += 1) {
      const span = spans[at] as Span;
      here.push({
        start: Math.max(start, span.start) - start,
        end: Math.min(end, span.end) - start,
        tag: span.tag,
      });
    }
    return here;
  });
}

/** The figures over the sections added so far. */
class CoincidenceTotal implements Redrawable<Ranged> {
  readonly #parts: readonly Coincidences[];
  readonly #sum: Pick<Coincidences, 'observed' | 'own' | 'ownMarked'>;

  constructor(parts: readonly Coincidences[]) {
    this.#parts = parts;
    const width = (parts[0]?.tags.length ?? 0) + 1;
    this.#sum = {
      observed: new Float64Array(width ** 2),
      own: new Float64Array(width),
      ownMarked: new Float64Array(width),
    };
  }

  clear(): void {
    for (const numbers of Object.values(this.#sum)) numbers.fill(0);
  }

  add(unit: number): void {
    const part = this.#parts[unit];
    if (part === undefined) return;
    addTo(this.#sum.observed, part.observed);
    addTo(this.#sum.own, part.own);
    addTo(this.#sum.ownMarked, part.ownMarked);
  }

  values(): Record<Ranged, number | null> {
    const tags = this.#parts[0]?.tags ?? [];
    const { uAlpha, barUAlpha, cuAlpha }: UnitizingAlpha = unitizingAlphaOf({
      tags,
      ...this.#sum,
    });
    return {
      uAlpha: valueOf(uAlpha),
      barUAlpha: valueOf(barUAlpha),
      cuAlpha: valueOf(cuAlpha),
    };
  }
}

const valueOf = (figure: Figure): number | null => (figure.defined ? figure.value : null);

function addTo(sum: Float64Array, more: Float64Array): void {
  for (let at = 0; at < more.length; at += 1) sum[at] = (sum[at] ?? 0) + (more[at] ?? 0);
}
