import type { ProposedBlock } from './proposed-block.ts';

const LONGEST_TITLE = 200;
const LONGEST_SLOGAN = 60;
const LONGEST_LEAD = 8;
const NOT_A_TITLE = /[.,;:]$/;
const BYLINE = /^By (\p{Lu}\S*(?: \S+){1,5})$/u;

/** Reason given for a byline that is set aside, so that the import can read it. */
export const BYLINE_REASON = 'byline';

/** How many blocks at the start are short lines (title, credits, slogans), eight at most. */
export function leadLength(blocks: readonly ProposedBlock[]): number {
  const body = blocks.findIndex(({ text }) => text.length > LONGEST_TITLE);
  return Math.min(LONGEST_LEAD, body === -1 ? blocks.length : body);
}

/** Equal but for white space, case and the shape of quotation marks. */
export function isSameLine(a: string, b: string): boolean {
  return a.length <= 2 * LONGEST_TITLE && comparable(a) === comparable(b);
}

/** The index of the block that is the title; -1 when none is plainly one. */
export function titleIndex(blocks: readonly ProposedBlock[], given?: string): number {
  const lead = blocks.slice(0, leadLength(blocks));
  if (given !== undefined) return lead.findIndex(({ text }) => isSameLine(text, given));
  const marked = blocks.findIndex(({ kind, level }) => kind === 'heading' && level === 1);
  return marked !== -1 || blocks.length < 2
    ? marked
    : likelyTitle(lead, lead.length < blocks.length);
}

/** Later than first only between lines of the site and a body of long paragraphs. */
function likelyTitle(lead: readonly ProposedBlock[], hasBody: boolean): number {
  const at = lead.findIndex(couldBeTitle);
  const before = lead.slice(0, Math.max(at, 0));
  const isFirst = before.every(({ kind }) => kind === 'furniture');
  return isFirst || (hasBody && before.every(couldBeSlogan)) ? at : -1;
}

function couldBeSlogan({ kind, text }: ProposedBlock): boolean {
  return kind === 'furniture' || text.length <= LONGEST_SLOGAN;
}

/** The title as heading of level 1; what stands before it, repeats it or names the writer as furniture. */
export function proposeTitle(blocks: readonly ProposedBlock[], given?: string): ProposedBlock[] {
  const at = titleIndex(blocks, given);
  const title = blocks[at];
  if (title === undefined) return [...blocks];
  const lead = leadLength(blocks);
  return blocks.map((block, index) => {
    if (index === at) return { ...block, kind: 'heading', level: 1 };
    const why =
      index < lead && block.kind === 'paragraph'
        ? leadReason(block.text, index < at, title.text)
        : null;
    return why === null ? block : { ...block, kind: 'furniture', why };
  });
}

function leadReason(text: string, isBefore: boolean, title: string): string | null {
  if (isSameLine(text, title)) return 'the title again';
  if (BYLINE.test(text)) return BYLINE_REASON;
  return isBefore ? 'line of the site before the title' : null;
}

function couldBeTitle({ kind, text }: ProposedBlock): boolean {
  if (kind === 'heading') return true;
  return (
    kind === 'paragraph' && !text.includes('\n') && !NOT_A_TITLE.test(text) && !BYLINE.test(text)
  );
}

function comparable(line: string): string {
  return line.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}
