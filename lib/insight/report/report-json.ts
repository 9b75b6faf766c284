import type { ReadingReport } from './reading-report.ts';
import type { RecordInput } from './report-inputs.ts';

/** A figure with what it was computed from. */
interface ReportFigure {
  name: string;
  value: unknown;
  /** Between which values it lies, where that is known. */
  range?: unknown;
  /** Names in `inputs`. */
  inputs: string[];
  /** Of the records that it was computed from. */
  sha256: string;
}

const RANGES: Readonly<Record<string, string>> = {
  sameTag: 'sameTagRange',
  alpha: 'alphaRange',
  mostConfused: 'mostConfusedRange',
  barUAlpha: 'barUAlphaWithoutOne',
  cuAlpha: 'cuAlphaWithoutOne',
};

/** The report as JSON: each figure by its name in INSIGHT.md, with the hash of its inputs (IR1). */
export function reportJson({ insight, ...report }: ReadingReport): object {
  const { agreement, replies, done, persons, ...marks } = insight;
  const figureOf = (
    name: string,
    value: unknown,
    of: RecordInput,
    others: string[] = [],
  ): ReportFigure => ({
    name,
    value,
    inputs: [of, ...others],
    sha256: report.inputs[of].sha256,
  });
  const ranges = new Set(Object.values(RANGES));
  const byName: Readonly<Record<string, unknown>> = { ...agreement };
  const agreements = Object.entries(agreement)
    .filter(([name]) => !ranges.has(name))
    .map(([name, value]) => {
      const range = RANGES[name];
      const known = figureOf(name, value, 'votes', ['blocks', 'members']);
      return range === undefined ? known : { ...known, range: byName[range] };
    });
  const figures = [
    ...Object.entries(marks).map(([name, value]) =>
      figureOf(name, value, 'marks', name === 'voices' ? ['blocks'] : []),
    ),
    figureOf('replies', replies, 'talk'),
    figureOf('doneSomewhere', done, 'votes'),
    ...agreements,
    figureOf('persons', persons, 'votes', ['blocks', 'members', 'text']),
  ];
  // `GET …/blocks` has them.
  return { report: 1, ...report, blocks: undefined, figures };
}
