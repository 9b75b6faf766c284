import { grouped } from '#components/ui/grouped.ts';
import type { ReadingReport } from '#lib/insight/report/reading-report.ts';
import { tagNamed } from '../given-tags.ts';
import { momentInWords, scopeOf } from './report-words.ts';

/** How the figures came about, a sentence or two on each matter. */
export function methodLines(report: ReadingReport): { about: string; words: string }[] {
  const { at, method, reading } = report;
  const { seed, resamples, sentences, codebook } = method;
  return [
    { about: 'By whose eyes', words: scopeOf(report) },
    {
      about: 'At which time',
      words: `All that the server’s log had taken up to ${momentInWords(at)} (${at}). Clocks of readers decide nothing.`,
    },
    {
      about: 'Sentences',
      words: `${grouped(sentences)}, cut once when the text came in (Unicode Standard Annex 29, mended after abbreviations, initials and in quotations) and stored with revision ${reading.revision}.`,
    },
    {
      about: 'Votes',
      words:
        'Each member has one vote on a sentence: the kind that covers most of its characters, several on a tie. A sentence left unmarked is a vote for “nothing here” only from somebody who is done with it; all other silence is missing. Of marks of one person that overlap, the latest counts for figures of spans. Only members of the group have votes.',
    },
    {
      about: 'Ranges',
      words: `Sentences are redrawn ${grouped(resamples)} times with replacement, and for figures of spans paragraphs; a range goes from the 2.5th to the 97.5th percentile (Efron 1979; Efron and Tibshirani 1993, ch. 13); generator mulberry32, seed ${seed}. For figures of spans also the lowest and highest value when each person in turn is left out (Quenouille 1956).`,
    },
    {
      about: 'Formulas',
      words:
        'The same kind: pairs of people on a sentence, Fleiss 1971 (P̄). Beyond luck: Krippendorff’s alpha, nominal, “Computing Krippendorff’s Alpha-Reliability”, 2011. Worth marking (|uα) and which kind (cuα): Krippendorff, Mathet, Bouvry and Widlöcher 2016. Most often mixed up: the largest count off the diagonal of Krippendorff’s coincidence matrix. Ties count by Jaccard 1912. Most contested: members × Shannon’s entropy (1948) of their kinds. docs/INSIGHT.md of Postil has each in full.',
    },
    {
      about: 'Codebook',
      words: `${codebook.tags.map((tag) => tagNamed(tag).name).join(', ')}; version ${codebook.sha256.slice(0, 12)} (SHA-256 of its wording).`,
    },
    {
      about: 'To compute it again',
      words:
        'The JSON of this report has every figure, and of which records each was computed with their SHA-256; docs/INSIGHT-VIEWS.md, IR3, says how to repeat it.',
    },
  ];
}
