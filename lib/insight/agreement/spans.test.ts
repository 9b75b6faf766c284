import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALEX_PAUL_SUZAN, TWO_CATEGORIES, finely } from '#tests/fixtures/agreement/published.ts';
import { alphaU } from './alpha-u.ts';
import { spanCoefficients } from './coefficients.ts';
import type { Continuum, Span } from './continuum.ts';
import type { Figure } from './figure.ts';
import { flatSpans } from './flat-spans.ts';
import { spanF1 } from './span-f1.ts';
import { seeded } from './seeded.ts';
import { unitizingAlpha } from './unitizing-alpha.ts';

const span = (start: number, end: number, tag: string): Span => ({ start, end, tag });
const valueOf = (figure: Figure | undefined): number | string =>
  figure === undefined ? 'absent' : figure.defined ? figure.value : figure.reason;

describe('flatSpans', () => {
  test('[U1] the latest wins, and what remains of the earlier stays', () => {
    expect(flatSpans([span(0, 10, 'fact'), span(3, 5, 'opinion'), span(8, 12, 'fact')])).toEqual([
      span(0, 3, 'fact'),
      span(3, 5, 'opinion'),
      span(5, 8, 'fact'),
      span(8, 12, 'fact'),
    ]);
  });

  test('[U1] gives each character the tag of the last span over it, whatever overlaps', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const flat = flatSpans(spans);
        for (let at = 0; at < LENGTH; at += 1) {
          const last = spans.findLast(({ start, end }) => start <= at && at < end);
          const here = flat.filter(({ start, end }) => start <= at && at < end);
          expect(here.map(({ tag }) => tag)).toEqual(last === undefined ? [] : [last.tag]);
        }
        expect(flat.map(({ start }) => start)).toEqual(
          flat.map(({ start }) => start).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});

describe('published examples', () => {
  test('[U2]–[U5] Krippendorff, Mathet, Bouvry and Widlöcher 2016: three observers of a continuum of 60', () => {
    const { uAlpha, barUAlpha, cuAlpha, kuAlpha } = unitizingAlpha(ALEX_PAUL_SUZAN);
    expect(valueOf(uAlpha)).toBeCloseTo(0.51, 3);
    // Printed as 0.413; unrounded it is 0.4136.
    expect(Math.floor(Number(valueOf(barUAlpha)) * 1000)).toBe(413);
    expect(valueOf(cuAlpha)).toBeCloseTo(0.724, 3);
    const byTag = Object.fromEntries(
      Object.entries(kuAlpha).map(([tag, figure]) => [tag, valueOf(figure)]),
    );
    expect(byTag).toEqual({ 1: 1, 2: 0, 3: 0, 4: 0, 5: 1, 6: 1, 7: 'tag-not-shared' });
    expect(kuAlpha['5']).toMatchObject({ coverage: 8 / 18 });
  });

  test('[U6] Krippendorff 2004: two observers, two categories that overlap', () => {
    const { overall, byTag } = alphaU(TWO_CATEGORIES);
    expect(valueOf(byTag['c'])).toBeCloseTo(0.7286, 4);
    expect(valueOf(byTag['k'])).toBe(1);
    // Printed as 0.8591, from expected disagreements of four places; unrounded it is 0.8587.
    expect(Math.abs(Number(valueOf(overall)) - 0.8591)).toBeLessThan(0.0005);
  });

  test('[U6] Krippendorff 1995: examples A and D, measured finely', () => {
    const { byTag } = alphaU(finely(50_000));
    expect(valueOf(byTag['A'])).toBeCloseTo(0.553, 3);
    expect(valueOf(byTag['D'])).toBeCloseTo(0.066, 3);
  });
});

describe('by hand', () => {
  const small: Continuum = {
    length: 10,
    raters: {
      ann: [span(0, 4, 'fact')],
      ben: [span(0, 2, 'fact'), span(2, 4, 'opinion')],
    },
  };

  test('[U2] uα', () => {
    // ℓ: fact·fact 4, fact·opinion 2 + 2, gap·gap 12; ℓ_f 6, ℓ_o 2, ℓ_gap 12, ℓ.. 20. Own: 4² + 2² = 20, 2² = 4, gaps 12.
    // D_o = 4; D_e = 20 / (400 − 36) · (6·14 + 2·18 + 12·8) = 20 · 216 / 364.
    expect(valueOf(unitizingAlpha(small).uAlpha)).toBeCloseTo(1 - (4 * 364) / (20 * 216), 12);
  });

  test('[U3] |uα', () => {
    expect(valueOf(unitizingAlpha(small).barUAlpha)).toBe(1);
    // Ann marks 0–4, Ben 0–2 of 10. ℓ: both 4, one 2 + 2, none 12; ℓ_f 6, ℓ_gap 14; own 20 and 14.
    // D_o (gap with fact) = 2; D_e = 20 / (400 − 34) · 14 · 6.
    const raters = { ann: [span(0, 4, 'fact')], ben: [span(0, 2, 'fact')] };
    const { barUAlpha, uAlpha } = unitizingAlpha({ length: 10, raters });
    expect(valueOf(barUAlpha)).toBeCloseTo(1 - (2 * 366) / (20 * 84), 12);
    expect(valueOf(uAlpha)).toBe(valueOf(barUAlpha));
  });

  test('[U4] [U5] cuα and (k)uα', () => {
    const { cuAlpha, kuAlpha } = unitizingAlpha(small);
    // Without gaps: ℓ*_f 6, ℓ*_o 2, ℓ*.. 8; own 4² + 2² = 20 and 4. D_o = 4; D_e = 8 / (64 − 24) · 2 · 6 · 2 = 4.8.
    expect(cuAlpha).toMatchObject({ coverage: 0.4 });
    expect(valueOf(cuAlpha)).toBeCloseTo(1 - 4 / 4.8, 12);
    // fact: (2/6) / (12 / (48 − 20)); opinion: 1 / (12 / (16 − 4)).
    expect(valueOf(kuAlpha['fact'])).toBeCloseTo(2 / 9, 12);
    expect(valueOf(kuAlpha['opinion'])).toBeCloseTo(0, 12);
  });

  test('[U6] αU', () => {
    // One unit of 3 within Ben's gap. D_o = 2·9 / (2·100); D_e = 2/10 · 9 · ((5 − 2) + (10 − 2)) / (20·19 − 3·2).
    const { overall } = alphaU({ length: 10, raters: { ann: [span(2, 5, 'fact')], ben: [] } });
    expect(valueOf(overall)).toBeCloseTo(1 - 0.09 / ((0.2 * 9 * 11) / 374), 12);
  });

  test('[U7] span F1', () => {
    const ann = [span(0, 4, 'fact'), span(6, 8, 'fact')];
    const ben = [span(0, 4, 'fact'), span(5, 7, 'fact')];
    const { exact, overlap, character } = spanF1({ length: 10, raters: { ann, ben } });
    expect(exact).toEqual({ defined: true, value: 0.5, pairs: 1 });
    expect(valueOf(overlap)).toBe(1);
    expect(valueOf(character)).toBeCloseTo(5 / 6, 12);
    // The mean over pairs; Cora and Dan, who both marked nothing, are no pair.
    const four = spanF1({ length: 10, raters: { ann, ben, cora: [], dan: [] } });
    expect(four.exact).toEqual({ defined: true, value: 0.1, pairs: 5 });
  });
});

describe('undefined', () => {
  const reasons = (raters: Record<string, Span[]>, length = 10) => {
    const {
      uAlpha,
      barUAlpha,
      cuAlpha,
      alphaU: old,
      f1,
    } = spanCoefficients({ length, raters }, [], seeded(1));
    return [uAlpha, barUAlpha, cuAlpha, old.overall, f1.exact].map(valueOf);
  };
  const five = (reason: string) => Array<string>(5).fill(reason);

  test('[E1] nobody marked anything, or the text is empty', () => {
    expect(reasons({})).toEqual(five('nobody'));
    expect(reasons({ ann: [], ben: [] })).toEqual(five('nobody'));
    expect(reasons({ ann: [], ben: [] }, 0)).toEqual(five('nobody'));
  });

  test('[E2] one person', () => {
    expect(reasons({ ann: [span(0, 4, 'fact')] })).toEqual(five('one-person'));
  });

  test('[E4] everything marked alike, and nothing marked by two', () => {
    const whole = [span(0, 10, 'fact')];
    expect(reasons({ ann: whole, ben: whole })).toEqual([
      'one-tag',
      'everything-marked',
      'one-tag',
      1,
      1,
    ]);
    expect(reasons({ ann: [span(0, 2, 'fact')], ben: [span(4, 6, 'fact')] })[2]).toBe(
      'nothing-shared',
    );
  });
});

const LENGTH = 30;
const anySpan = fc
  .tuple(
    fc.integer({ min: 0, max: LENGTH - 1 }),
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom('fact', 'opinion', 'prediction'),
  )
  .map(([start, length, tag]) => span(start, Math.min(LENGTH, start + length), tag));
const anySpans = fc.array(anySpan, { maxLength: 8 });
const anyRaters = fc.array(anySpans, { minLength: 2, maxLength: 4 });
const continuumOf = (people: Span[][]): Continuum => ({
  length: LENGTH,
  raters: Object.fromEntries(people.map((spans, at) => [`person ${at}`, spans])),
});

/** Every figure, to nine places. */
function figuresOf(people: Span[][]): Record<string, string> {
  const {
    uAlpha,
    barUAlpha,
    cuAlpha,
    kuAlpha,
    alphaU: old,
    f1,
  } = spanCoefficients(continuumOf(people), [], seeded(1));
  const figures = { uAlpha, barUAlpha, cuAlpha, ...kuAlpha, overall: old.overall, ...f1 };
  return Object.fromEntries(
    Object.entries({ ...figures, ...prefixed(old.byTag) }).map(([name, figure]) => {
      const value = valueOf(figure);
      return [
        name,
        typeof value === 'number' ? (value + 0).toFixed(9).replace(/^-(?=0\.0+$)/, '') : value,
      ];
    }),
  );
}

const prefixed = (byTag: Readonly<Record<string, Figure>>) =>
  Object.fromEntries(Object.entries(byTag).map(([tag, figure]) => [`αU ${tag}`, figure]));

describe('properties', () => {
  test('[U2]–[U7] do not depend on who is who', () => {
    fc.assert(
      fc.property(anyRaters, (people) => {
        expect(figuresOf(people.toReversed())).toEqual(figuresOf(people));
      }),
    );
  });

  test('[U2]–[U7] do not depend on what the tags are called', () => {
    const rename = (tag: string): string => ({ fact: 'x', opinion: 'w' })[tag] ?? tag;
    fc.assert(
      fc.property(anyRaters, (people) => {
        const renamed = figuresOf(
          people.map((spans) => spans.map((one) => ({ ...one, tag: rename(one.tag) }))),
        );
        const named = Object.entries(figuresOf(people)).map(([name, value]) => [
          name.replace(/fact|opinion/, rename),
          value,
        ]);
        expect(renamed).toEqual(Object.fromEntries(named));
      }),
    );
  });

  test('[U2]–[U7] are finite, at most 1, and 1 for those who marked the same', () => {
    fc.assert(
      fc.property(anyRaters, (people) => {
        for (const value of Object.values(figuresOf(people)))
          if (/\d/.test(value)) expect(Number(value)).toBeLessThanOrEqual(1);
        const [first = []] = people;
        for (const value of Object.values(figuresOf([first, first, first])))
          expect(/\d/.test(value) ? value : '1.000000000').toBe('1.000000000');
      }),
    );
  });

  test('[U2]–[U5] by sweep are what counting characters gives', () => {
    fc.assert(
      fc.property(anyRaters, (people) => {
        const { uAlpha, barUAlpha, cuAlpha } = unitizingAlpha(continuumOf(people));
        const counted = characterByCharacter(people.map(flatSpans));
        for (const [name, figure] of Object.entries({ uAlpha, barUAlpha, cuAlpha }))
          if (figure.defined) expect(figure.value).toBeCloseTo(counted[name] ?? NaN, 9);
      }),
    );
  });

  test('[U6] by sweep is what comparing every section with every section gives', () => {
    fc.assert(
      fc.property(anyRaters, (people) => {
        const figure = alphaU(continuumOf(people)).byTag['fact'];
        if (figure?.defined !== true) return;
        const flat = people.map((spans) => flatSpans(spans.filter(({ tag }) => tag === 'fact')));
        expect(figure.value).toBeCloseTo(sectionBySection(flat), 9);
      }),
    );
  });
});

/** The definitions of 2016 with one entry a character, over people's flat spans. */
function characterByCharacter(people: Span[][]): Record<string, number> {
  const tagAt = (spans: Span[], at: number): string =>
    spans.find(({ start, end }) => start <= at && at < end)?.tag ?? '';
  const pairs = Array.from({ length: LENGTH }, (_, at) =>
    people.flatMap((a, i) =>
      people.flatMap((b, j) => (i === j ? [] : [[tagAt(a, at), tagAt(b, at)] as const])),
    ),
  ).flat();
  const others = people.length - 1;
  const markedOthers = (i: number, { start, end }: Span): number => {
    let sum = 0;
    for (let at = start; at < end; at += 1)
      sum += people.filter((spans, j) => j !== i && tagAt(spans, at) !== '').length;
    return sum / others;
  };
  const units = people.flatMap((spans, i) =>
    spans.map((one) => ({ whole: one.end - one.start, marked: markedOthers(i, one) })),
  );
  const alpha = (
    met: (readonly [string, string])[],
    own: number,
    alike: (a: string, b: string) => boolean,
  ): number => {
    const total = met.length / others;
    const firsts = new Map<string, number>();
    for (const [a] of met) firsts.set(a, (firsts.get(a) ?? 0) + 1 / others);
    let products = 0;
    for (const [a, lengthA] of firsts)
      for (const [b, lengthB] of firsts) if (!alike(a, b)) products += lengthA * lengthB;
    const observed = met.filter(([a, b]) => !alike(a, b)).length / others;
    return 1 - observed / ((total * products) / (total ** 2 - own));
  };
  const gaps = pairs.filter(([a]) => a === '').length / others;
  const own = units.reduce((sum, { whole }) => sum + whole ** 2, gaps);
  const marked = pairs.filter(([a, b]) => a !== '' && b !== '');
  return {
    uAlpha: alpha(pairs, own, (a, b) => a === b),
    barUAlpha: alpha(pairs, own, (a, b) => (a === '') === (b === '')),
    cuAlpha: alpha(
      marked,
      units.reduce((sum, one) => sum + one.marked ** 2, 0),
      (a, b) => a === b,
    ),
  };
}

/** αU of one tag as Krippendorff 2004 writes it: over all pairs of sections, units and gaps. */
function sectionBySection(people: Span[][]): number {
  const m = people.length;
  const sections = people.map((spans) => {
    const cuts = [0, ...spans.flatMap(({ start, end }) => [start, end]), LENGTH];
    return cuts
      .slice(1)
      .map((end, at) => ({ from: cuts[at] ?? 0, long: end - (cuts[at] ?? 0), unit: at % 2 === 1 }))
      .filter(({ long }) => long > 0);
  });
  let observed = 0;
  for (const [i, a] of sections.entries())
    for (const [j, b] of sections.entries())
      for (const g of a)
        for (const h of b) {
          if (i === j) continue;
          const apart = g.from - h.from;
          if (g.unit && h.unit && -g.long < apart && apart < h.long)
            observed += apart ** 2 + (apart + g.long - h.long) ** 2;
          if (g.unit && !h.unit && apart >= 0 && h.long - g.long >= apart) observed += g.long ** 2;
          if (!g.unit && h.unit && apart <= 0 && g.long - h.long >= -apart) observed += h.long ** 2;
        }
  const all = sections.flat();
  const units = all.filter(({ unit }) => unit);
  let [sum, own] = [0, 0];
  for (const { long: l } of units) {
    sum += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l);
    for (const { long, unit } of all) if (!unit && long >= l) sum += l ** 2 * (long - l + 1);
    own += l * (l - 1);
  }
  const expected = ((2 / LENGTH) * sum) / (m * LENGTH * (m * LENGTH - 1) - own);
  return 1 - observed / (m * (m - 1) * LENGTH ** 2) / expected;
}
