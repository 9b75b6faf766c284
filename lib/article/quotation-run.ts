import type { ProposedBlock } from './proposed-block.ts';

const OUTLETS: readonly (readonly [RegExp, string])[] = [
  [/\bReuters\b/, 'Reuters'],
  [/\bNew York Times\b|\bNYT\b/, 'The New York Times'],
  [/\bWashington Post\b|\bWaPo\b/, 'The Washington Post'],
  [/\bWall Street Journal\b|\bWSJ\b/, 'The Wall Street Journal'],
  [/\bFinancial Times\b/, 'Financial Times'],
  [/\bAssociated Press\b|\bthe AP\b|\bAP (?:reports|writes)\b/, 'Associated Press'],
  [/\bGuardian\b/, 'The Guardian'],
  [/\bEconomist\b/, 'The Economist'],
  [/\bBloomberg\b/, 'Bloomberg'],
  [/\bPolitico\b|\bPOLITICO\b/, 'Politico'],
  [/\bAxios\b/, 'Axios'],
  [/\bBBC\b/, 'BBC'],
  [/\bCNN\b/, 'CNN'],
  [/\bDer Spiegel\b/, 'Der Spiegel'],
  [/\bLe Monde\b/, 'Le Monde'],
];
const WRITER =
  /(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*){0,3}) (?:writes|wrote|reports|reported|argues|argued|notes|noted|explains|figures|observes|warns)\b/u;
const VERB =
  /\b(?:writes|wrote|reports|reported|argues|notes|explains|figures|observes|warns|puts it|has this|has more|according to)\b/;
const AUTHOR_AGAIN =
  /^(?:However|Normally|Well|So|Now|Still|Meanwhile|Of course|In other words|Indeed|That said|In short|To be sure|Granted)\b/;
const OPENS_WITH_MARK = /^["“«]/;
const LONGEST_RUN = 4;
const REMEMBERED = 20;
/** Only the end of a paragraph introduces what follows it. */
const INTRODUCTION = 320;

/**
 * Paragraphs after "… Reuters reports:" become quotations of that source. The run ends where
 * the author evidently speaks again, at the next introduction, or after four paragraphs:
 * where a quotation without quotation marks ends cannot be known, and the person
 * confirms every block. A paragraph ending in ":" right after a run introduces more of it.
 */
export function proposeQuotations(blocks: readonly ProposedBlock[]): ProposedBlock[] {
  const sources: string[] = [];
  let run: Run | null = null;
  let last: string | null = null;
  return blocks.map((block) => {
    const introduced = introducedSource(block, sources.slice(-REMEMBERED), last);
    if (introduced !== null) {
      sources.push(introduced);
      [run, last] = [{ source: introduced, length: 0, marked: false }, null];
      return block;
    }
    run = continued(run, block);
    last = run?.source ?? null;
    return run === null ? block : { ...block, kind: 'quotation', source: run.source };
  });
}

interface Run {
  source: string;
  length: number;
  marked: boolean;
}

function continued(run: Run | null, { kind, text }: ProposedBlock): Run | null {
  if (run === null || kind !== 'paragraph' || run.length === LONGEST_RUN) return null;
  const marked = OPENS_WITH_MARK.test(text);
  if (run.length === 0) return { ...run, length: 1, marked };
  if (AUTHOR_AGAIN.test(text) || (run.marked && !marked)) return null;
  return { ...run, length: run.length + 1 };
}

function introducedSource(
  { kind, text }: ProposedBlock,
  known: readonly string[],
  runningSource: string | null,
): string | null {
  if (kind !== 'paragraph' || !text.endsWith(':')) return null;
  const end = text.slice(-INTRODUCTION);
  return VERB.test(end) ? (namedSource(end, known) ?? runningSource) : runningSource;
}

function namedSource(introduction: string, known: readonly string[]): string | null {
  const outlet = OUTLETS.find(([says]) => says.test(introduction))?.[1];
  const writer = WRITER.exec(introduction)?.[1];
  const earlier = writer && known.findLast((source) => source.includes(writer));
  if (earlier) return earlier;
  if (outlet === undefined || writer === undefined) return outlet ?? writer ?? null;
  return OUTLETS.some(([says]) => says.test(writer)) ? outlet : `${writer}, ${outlet}`;
}
