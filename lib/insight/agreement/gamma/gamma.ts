import { whyIncomparable } from '../comparable.ts';
import type { Continuum, Span } from '../continuum.ts';
import { type Figure, figure, undefinedFor } from '../figure.ts';
import type { Generator } from '../seeded.ts';
import { bestAlignment } from './best-alignment.ts';
import { randomContinuum } from './random-continuum.ts';
import { spansByPerson, unitsOf } from './unit.ts';

export interface Gamma {
  /** 1 for the same units everywhere, 0 for what chance gives; may be below. */
  readonly value: number;
  /** Disorder of the best alignment of what people marked. */
  readonly observed: number;
  /** The mean over continua drawn by chance. */
  readonly expected: number;
  /** Continua drawn. */
  readonly samples: number;
  /** Whether what people marked was aligned in the best way there is; else in the best that was found. */
  readonly isExact: boolean;
}

/** More would take seconds. */
const MOST_UNITS = 200;
const MOST_PEOPLE = 12;
const FEWEST_SAMPLES = 30;
const MOST_SAMPLES = 90;
/** The expected disorder is known to two in a hundred, in 95 of 100 cases. */
const PRECISION = 0.02;

/**
 * γ = 1 − δ_o / δ_e: how much disorder is left when people's units are aligned in the best way, against that of continua drawn by chance (Y. Mathet, A. Widlöcher and J.-P. Métivier, "The
 * Unified and Holistic Method Gamma (γ) for Inter-Annotator Agreement Measure and Alignment", Computational Linguistics 41(3), 2015). Units of one person may overlap: nothing is
 * flattened. Not when one wants to know whether tags or borders differ, for one can make up for the other, nor to compare with uα: chance is another one here. Everyone in `raters` must have looked at all of the text.
 */
export function gamma(continuum: Continuum, random: Generator): Figure<Gamma> {
  const why = whyIncomparable(continuum);
  if (why !== null) return undefinedFor(why);
  const byPerson = spansByPerson(continuum);
  const all = unitsOf(byPerson);
  if (all.units.length > MOST_UNITS || all.people > MOST_PEOPLE)
    return undefinedFor('too-many-marks');
  const { disorder: observed, isExact } = bestAlignment(all);
  const disorders = disordersByChance(continuum.length, byPerson, random);
  const expected = mean(disorders);
  return expected === 0
    ? undefinedFor('one-tag')
    : figure({
        value: 1 - observed / expected,
        observed,
        expected,
        samples: disorders.length,
        isExact,
      });
}

/** Thirty, and as many more as their variation asks for, up to a limit. One in which nobody has a unit has no disorder. */
function disordersByChance(
  length: number,
  byPerson: readonly (readonly Span[])[],
  random: Generator,
): number[] {
  const disorders: number[] = [];
  const draw = (times: number): void => {
    for (let left = times; left > 0; left -= 1) {
      const drawn = randomContinuum(length, byPerson, random);
      if (drawn.units.length > 0) disorders.push(bestAlignment(drawn).disorder);
    }
  };
  draw(FEWEST_SAMPLES);
  draw(Math.min(MOST_SAMPLES, samplesFor(disorders)) - FEWEST_SAMPLES);
  return disorders;
}

function samplesFor(disorders: readonly number[]): number {
  const middle = mean(disorders);
  if (middle === 0) return 0;
  const variance = mean(disorders.map((one) => (one - middle) ** 2));
  return Math.ceil(((Math.sqrt(variance) / middle) * (1.96 / PRECISION)) ** 2);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
