import { z } from 'zod';
import { spanCoefficients, unitCoefficients } from '#lib/insight/agreement/coefficients.ts';
import { gamma } from '#lib/insight/agreement/gamma/gamma.ts';
import { ratingsOf } from '#lib/insight/agreement/ratings.ts';
import { seeded } from '#lib/insight/agreement/seeded.ts';
import { type Result, fail, ok } from '#lib/result.ts';

/** Draws of the bootstrap: the same file gives the same range. */
const SEED = 1;

const tag = z.string().min(1, 'A tag is empty.');
const votes = z
  .object({ units: z.array(z.array(tag.nullable())) })
  .refine(({ units }) => new Set(units.map(({ length }) => length)).size < 2, {
    message: 'The rows differ in length: each needs one entry for every unit.',
    path: ['units'],
  });

const offset = z.number().int().min(0);
const span = z
  .object({ start: offset, end: offset, tag })
  .refine(({ start, end }) => start < end, 'A span ends before it has begun.');
const section = z
  .tuple([offset, offset])
  .refine(([start, end]) => start < end, 'A section ends before it has begun.');
const continuum = z
  .object({
    length: offset,
    raters: z.record(z.string(), z.array(span)),
    sections: z.array(section).optional(),
  })
  .refine(
    ({ length, raters }) =>
      Object.values(raters)
        .flat()
        .every(({ end }) => end <= length),
    {
      message: 'A span ends behind the text.',
      path: ['raters'],
    },
  )
  .refine(({ length, sections = [] }) => sections.every(([, end]) => end <= length), {
    message: 'A section ends behind the text.',
    path: ['sections'],
  })
  .refine(
    ({ sections = [] }) => sections.every(([start], at) => start >= (sections[at - 1]?.[1] ?? 0)),
    { message: 'Sections overlap, or are not in the order of the text.', path: ['sections'] },
  );

export const FORMS =
  '{"units": [[tag or null, …], …]} or {"length": …, "raters": {name: [{"start": …, "end": …, "tag": …}, …]}, "sections": [[start, end], …] if the text has any}';

/** Every coefficient of votes (rows people, columns units) or of spans, from what a file holds; else what is wrong with it, in one line. */
export function agreementFigures(json: string): Result<object> {
  const content = parsedJson(json);
  if (!content.ok) return content;
  const hasUnits = has(content.value, 'units');
  if (hasUnits === has(content.value, 'raters')) return fail(`It must hold either ${FORMS}.`);
  return hasUnits ? figuresOfVotes(content.value) : figuresOfSpans(content.value);
}

function figuresOfVotes(value: unknown): Result<object> {
  const { success, data, error } = votes.safeParse(value);
  return success
    ? ok({ seed: SEED, ...unitCoefficients(ratingsOf(data.units), seeded(SEED)) })
    : fail(problemIn(error));
}

function figuresOfSpans(value: unknown): Result<object> {
  const { success, data, error } = continuum.safeParse(value);
  if (!success) return fail(problemIn(error));
  const sections = data.sections ?? tenths(data.length);
  return ok({
    seed: SEED,
    ...spanCoefficients(data, sections, seeded(SEED)),
    gamma: gamma(data, seeded(SEED)),
  });
}

/** What ranges of spans are redrawn over where a file names no sections: ten parts of the text, as equal as they can be. */
function tenths(length: number): [number, number][] {
  const ends = Array.from({ length: 11 }, (_, tenth) => Math.round((length * tenth) / 10));
  return ends
    .slice(1)
    .map((end, at): [number, number] => [ends[at] ?? 0, end])
    .filter(([start, end]) => start < end);
}

function parsedJson(json: string): Result<unknown> {
  try {
    return ok(JSON.parse(json));
  } catch (error) {
    const [said = ''] = (error instanceof Error ? error.message : '').split('\n');
    return fail(`It is not JSON: ${said}`);
  }
}

function has(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value;
}

function problemIn({ issues }: z.ZodError): string {
  const [first] = issues;
  return `At ${first?.path.join('.')}: ${first?.message}`;
}
