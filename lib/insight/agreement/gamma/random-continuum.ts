import type { Span } from '../continuum.ts';
import type { Generator } from '../seeded.ts';
import type { Units } from './unit.ts';

/** Draws of a place before one that is too near is taken. */
const TRIES = 20;

/**
 * As many people as there are, who marked by chance: each has the units of a person drawn from all, moved on by a number of characters drawn from the whole length; what passes the end goes on
 * at the beginning, whole. Lengths, tags and gaps stay those of people, and where they are is chance (Mathet, Widlöcher and Métivier 2015, 5.2). Two are moved on by at least half
 * the mean length of a unit apart, where that can be found.
 */
export function randomContinuum(
  length: number,
  byPerson: readonly (readonly Span[])[],
  random: Generator,
): Units {
  const people = byPerson.length;
  const units = byPerson.flat();
  const mean = units.reduce((sum, { start, end }) => sum + end - start, 0) / units.length;
  const moves: number[] = [];
  const drawn = byPerson.flatMap((_, person) => {
    const by = drawMove(length, moves, mean / 2, random);
    moves.push(by);
    const model = byPerson[Math.floor(random() * people)] ?? [];
    return model.map((span) => ({ ...moved(span, by, length), person }));
  });
  return { people, units: drawn };
}

function drawMove(
  length: number,
  others: readonly number[],
  apart: number,
  random: Generator,
): number {
  let move = 0;
  for (let tries = 0; tries < TRIES; tries += 1) {
    move = Math.floor(random() * length);
    const drawn = move;
    if (others.every((other) => Math.abs(other - drawn) >= apart)) break;
  }
  return move;
}

function moved({ start, end, tag }: Span, by: number, length: number): Span {
  const to = (start + by) % length;
  return { start: to, end: to + end - start, tag };
}
