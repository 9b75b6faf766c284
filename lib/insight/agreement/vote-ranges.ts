import { AlphaTotal, alphaParts } from './alpha.ts';
import { type Range, bootstrapRanges } from './bootstrap.ts';
import { mostConfusedPair } from './confused-pair.ts';
import { type Figure, type WhyUndefined, undefinedFor } from './figure.ts';
import { whyNoPairs } from './same-tag.ts';
import type { Generator } from './seeded.ts';
import { type Part, ShareTotal } from './share-total.ts';
import { type UnitCounts, likenesses, pairSums } from './unit-counts.ts';
import { voteKey } from './vote.ts';

/** The range (B1) of Krippendorff's alpha over the units on which two or more voted. */
export function alphaRange(counts: UnitCounts, random: Generator): Figure<Range> {
  const parts = alphaParts(counts);
  const total = new AlphaTotal(parts);
  for (const unit of parts.units) total.add(unit);
  const oneTag = total.values().alpha === null ? 'one-tag' : null;
  const why = parts.units.length === 0 ? whyNoPairs(counts) : oneTag;
  return bootstrapRanges(total, parts.units, random, { alpha: why }).alpha;
}

/** The same of the same-tag chance. */
export function sameTagRange(counts: UnitCounts, random: Generator): Figure<Range> {
  const alike = pairSums(counts, likenesses(counts.values));
  const parts = Array.from(counts.voters, (votes, unit) => ({
    of: (alike[unit] ?? 0) / 2,
    all: (votes * (votes - 1)) / 2,
  }));
  return shareRange(parts, random, whyNoPairs(counts));
}

/** The same of the share that the most confused pair has in all pairs of people who differ. Which pair it is, is not asked again. */
export function mostConfusedRange(counts: UnitCounts, random: Generator): Figure<Range> {
  const most = mostConfusedPair(counts);
  if (!most.defined) return most;
  if (most.between === null) return undefinedFor('one-tag');
  const [a, b] = most.between.map((vote) =>
    counts.values.findIndex((value) => voteKey(value) === voteKey(vote)),
  );
  const width = counts.values.length;
  const differing = pairSums(counts, differences(width));
  const at = (unit: number, value = 0): number => counts.counts[unit * width + value] ?? 0;
  const parts = Array.from(differing, (sum, unit) => ({
    of: at(unit, a) * at(unit, b),
    all: sum / 2,
  }));
  return shareRange(parts, random, 'one-tag');
}

/** `why`: what it means that no unit brings anything. */
function shareRange(parts: readonly Part[], random: Generator, why: WhyUndefined): Figure<Range> {
  const total = new ShareTotal(parts);
  return bootstrapRanges(total, total.units, random, {
    share: total.units.length === 0 ? why : null,
  }).share;
}

/** 1 where two values are not the same, row by row. */
function differences(width: number): Float64Array {
  return Float64Array.from({ length: width ** 2 }, (_, at) =>
    Math.floor(at / width) === at % width ? 0 : 1,
  );
}
