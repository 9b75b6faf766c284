import { describe, expect, test } from 'vitest';
import { ALEX_PAUL_SUZAN } from '#tests/fixtures/agreement/published.ts';
import type { Continuum, Span } from './continuum.ts';
import type { Figure } from './figure.ts';
import { seeded } from './seeded.ts';
import { unitizingAlpha } from './unitizing-alpha.ts';
import { unitizingRanges } from './unitizing-ranges.ts';

const span = (start: number, end: number, tag: string): Span => ({ start, end, tag });
const valueOf = (figure: Figure): number => (figure.defined ? figure.value : Number.NaN);

describe('ranges of spans', () => {
  const one = {
    ann: [span(0, 4, 'fact'), span(6, 8, 'opinion')],
    ben: [span(0, 4, 'fact'), span(5, 8, 'fact')],
  };
  /** The same ten characters, so many times. */
  const repeated = (times: number): Continuum => ({
    length: 10 * times,
    raters: Object.fromEntries(
      Object.entries(one).map(([name, spans]) => [
        name,
        Array.from({ length: times }, (_, at) =>
          spans.map(({ start, end, tag }) => span(start + at * 10, end + at * 10, tag)),
        ).flat(),
      ]),
    ),
  });
  const tens = (times: number) =>
    Array.from({ length: times }, (_, at) => [at * 10, (at + 1) * 10] as const);

  test('[B4] are a point where every section is the same, and that is the figure', () => {
    const { uAlpha, barUAlpha, cuAlpha } = unitizingAlpha(repeated(6));
    const ranges = unitizingRanges(repeated(6), tens(6), seeded(1));
    for (const [figure, range] of [
      [uAlpha, ranges.uAlpha],
      [barUAlpha, ranges.barUAlpha],
      [cuAlpha, ranges.cuAlpha],
    ] as const) {
      if (!range.defined) throw new Error(range.reason);
      expect(range.low).toBeCloseTo(valueOf(figure), 9);
      expect(range.high).toBeCloseTo(valueOf(figure), 9);
    }
  });

  test('[B2] [B4] are the same for the same seed, and hold the figure here', () => {
    const sections = tens(6);
    const ranges = unitizingRanges(ALEX_PAUL_SUZAN, sections, seeded(3));
    expect(unitizingRanges(ALEX_PAUL_SUZAN, sections, seeded(3))).toEqual(ranges);
    if (!ranges.uAlpha.defined) throw new Error(ranges.uAlpha.reason);
    expect(ranges.uAlpha.low).toBeLessThan(0.51);
    expect(ranges.uAlpha.high).toBeGreaterThan(0.51);
  });

  test('[B4] a span across a border counts as one in each section, and what lies outside of all in none', () => {
    // Ann marks all of it, Ben from 5 to 15: cut at 10, the halves mirror each other, so every draw is alike.
    const raters = { ann: [span(0, 20, 'fact')], ben: [span(5, 15, 'fact')] };
    const { barUAlpha } = unitizingRanges({ length: 30, raters }, tens(2), seeded(1));
    const cut = {
      ann: [span(0, 10, 'fact'), span(10, 20, 'fact')],
      ben: [span(5, 10, 'fact'), span(10, 15, 'fact')],
    };
    if (!barUAlpha.defined) throw new Error(barUAlpha.reason);
    expect(barUAlpha.low).toBe(barUAlpha.high);
    expect(barUAlpha.low).toBeCloseTo(
      valueOf(unitizingAlpha({ length: 20, raters: cut }).barUAlpha),
      12,
    );
  });

  test('[B3] [E1] [E2] need two sections, two people and a mark', () => {
    const reason = (continuum: Continuum, sections: (readonly [number, number])[]) =>
      unitizingRanges(continuum, sections, seeded(1)).uAlpha;
    const undefinedFor = (why: string) => ({ defined: false, reason: why });
    expect(reason(repeated(1), tens(1))).toEqual(undefinedFor('too-few-units'));
    expect(reason({ length: 20, raters: {} }, tens(2))).toEqual(undefinedFor('nobody'));
    expect(reason({ length: 20, raters: { ann: one.ann } }, tens(2))).toEqual(
      undefinedFor('one-person'),
    );
  });
});
