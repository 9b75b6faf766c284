import { counted } from '#components/ui/counted.ts';
import { type Figure, UNDEFINED } from '#lib/insight/agreement/figure.ts';
import type { Gamma } from '#lib/insight/agreement/gamma/gamma.ts';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import { decimal, voteInWords } from './four-numbers.ts';
import { tagNamed } from './given-tags.ts';

/** A coefficient with where its formula stands and when it misleads. */
export interface ExpertRow {
  name: string;
  /** The number, or why there is none. */
  value: string;
  source: string;
  notWhen: string;
}

type AgreementFigures = ReadingInsight['agreement'];

const UNITIZING =
  'Krippendorff, Mathet, Bouvry and Widlöcher 2016, “On the reliability of unitizing textual continua”';

/** The formulas are in docs/INSIGHT.md under the same names. */
export function expertRows(figures: AgreementFigures, gamma: Figure<Gamma> | null): ExpertRow[] {
  return [...coefficientRows(figures), ofAlignment(gamma)];
}

/** Without Gamma, which takes long and is worked out by the browser of who asks. */
export function coefficientRows(figures: AgreementFigures): ExpertRow[] {
  return [...ofVotes(figures), ...ofSpans(figures)];
}

function ofVotes(figures: AgreementFigures): ExpertRow[] {
  const { cohensKappa, scottsPi, fleissKappa, gwetsAc1, dawidSkene } = figures;
  return [
    {
      name: 'Cohen’s kappa',
      value: numberOf(cohensKappa),
      source: 'Cohen 1960, “A coefficient of agreement for nominal scales”',
      notWhen: 'there are more than two people, or they differ much in how often they use a kind',
    },
    {
      name: 'Scott’s pi',
      value: numberOf(scottsPi),
      source: 'Scott 1955, “Reliability of content analysis”',
      notWhen: 'there are more than two people',
    },
    {
      name: 'Fleiss’ kappa',
      value: numberOf(fleissKappa),
      source: 'Fleiss 1971; for missing votes Gwet 2014, ch. 2',
      notWhen: 'many votes are missing: take alpha',
    },
    {
      name: 'Gwet’s AC1',
      value: numberOf(gwetsAc1),
      source: 'Gwet 2008, “Computing inter-rater reliability in the presence of high agreement”',
      notWhen: 'it is the only one shown: with rare kinds it is far higher than the others',
    },
    {
      name: 'Dawid–Skene, shares',
      value: sharesOf(dawidSkene),
      source: 'Dawid and Skene 1979, “Maximum likelihood estimation of observer error-rates”',
      notWhen:
        'somebody takes it for what is so: it says what these votes speak for if each person errs in a constant way',
    },
  ];
}

function ofSpans({ uAlpha, uAlphaRange, kuAlpha, alphaU, f1 }: AgreementFigures): ExpertRow[] {
  const kinds = Object.entries(kuAlpha).map(([tag, figure]) => ({
    name: `(k)uα, ${tagNamed(tag).name}`,
    value: numberOf(figure),
    source: UNITIZING,
    notWhen: 'hardly anybody else marked where one used this kind',
  }));
  const f1Of = (kind: keyof typeof f1, name: string): ExpertRow => ({
    name: `Span F1, ${name}`,
    value: numberOf(f1[kind]),
    source: 'van Rijsbergen 1979; as agreement Hripcsak and Rothschild 2005',
    notWhen: 'luck matters: it is not taken out',
  });
  return [
    {
      name: 'uα',
      value: `${numberOf(uAlpha)}${uAlphaRange.defined ? ` (${decimal(uAlphaRange.low)} to ${decimal(uAlphaRange.high)})` : ''}`,
      source: UNITIZING,
      notWhen:
        'one wants to know whether kinds or borders differ: “worth marking?” and “which kind?” say that',
    },
    ...kinds,
    {
      name: 'αU',
      value: numberOf(alphaU.overall),
      source: 'Krippendorff 1995, with the terms of 2004',
      notWhen: 'there are more than two people: its authors replaced it by uα',
    },
    f1Of('exact', 'exact'),
    f1Of('overlap', 'overlap'),
    f1Of('character', 'character'),
  ];
}

function ofAlignment(gamma: Figure<Gamma> | null): ExpertRow {
  return {
    name: 'Gamma',
    value: gamma === null ? 'Being worked out …' : gammaInWords(gamma),
    source:
      'Mathet, Widlöcher and Métivier 2015, “The Unified and Holistic Method Gamma (γ)”, places and kinds weighing alike',
    notWhen:
      'one wants to know whether kinds or borders differ, or to hold it against uα: luck is another one here',
  };
}

function gammaInWords(gamma: Figure<Gamma>): string {
  if (!gamma.defined) return UNDEFINED[gamma.reason];
  const how = gamma.isExact ? 'by the best alignment' : 'by the best alignment found';
  return `${decimal(gamma.value)} (${how}, against ${gamma.samples} drawn by luck)`;
}

function numberOf(figure: Figure): string {
  return figure.defined ? decimal(figure.value) : UNDEFINED[figure.reason];
}

function sharesOf(figures: AgreementFigures['dawidSkene']): string {
  if (!figures.defined) return UNDEFINED[figures.reason];
  const { values, shares, settled, rounds } = figures;
  const parts = shares.flatMap((share, at) =>
    share < 0.005 ? [] : `${voteInWords(values[at] ?? [])} ${Math.round(share * 100)} %`,
  );
  return `${parts.join(', ')}${settled ? '' : ` (not settled after ${counted(rounds, 'round')})`}`;
}
