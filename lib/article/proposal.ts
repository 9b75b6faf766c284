import { furnitureReason, isAuthorsNote } from './furniture.ts';
import { hiddenLines } from './hidden-lines.ts';
import type { ProposedBlock } from './proposed-block.ts';
import { proposeQuotations } from './quotation-run.ts';
import { textBlocks } from './text-blocks.ts';
import { isSameLine, proposeTitle, titleIndex, leadLength } from './title-line.ts';

/**
 * Proposed blocks of a plain text, in order and complete: nothing is left out. Blank
 * lines part blocks; a line of furniture inside a block becomes a block of its own.
 * `title`, when the person gave one, decides which line is the heading.
 */
export function proposeBlocks(text: string, title?: string): ProposedBlock[] {
  const parted = textBlocks(text).flatMap((block) => hiddenLines(block, furnitureReason));
  return proposeKinds(splitRepeatedTitle(parted.map(asParagraph), title), title);
}

/** The same blocks with kinds proposed for those that are still plain paragraphs. */
export function proposeKinds(blocks: readonly ProposedBlock[], title?: string): ProposedBlock[] {
  const withFurniture = proposeTail(blocks.map(proposeFurniture));
  return proposeHeadings(proposeQuotations(proposeTitle(withFurniture, title)));
}

function asParagraph(text: string): ProposedBlock {
  return { kind: 'paragraph', text };
}

function splitRepeatedTitle(blocks: ProposedBlock[], given?: string): ProposedBlock[] {
  const title = given ?? blocks[titleIndex(blocks.map(proposeFurniture))]?.text;
  if (title === undefined) return blocks;
  const again = (line: string) => (isSameLine(line, title) ? line : null);
  const lead = leadLength(blocks);
  return blocks.flatMap((block, index) =>
    index < lead ? hiddenLines(block.text, again).map(asParagraph) : [block],
  );
}

function proposeFurniture(block: ProposedBlock): ProposedBlock {
  const why = block.kind === 'paragraph' ? furnitureReason(block.text) : null;
  return why === null ? block : setAside(block, why);
}

function setAside(block: ProposedBlock, why: string): ProposedBlock {
  return { ...block, kind: 'furniture', why };
}

/** Short lines under "More from …:" are its links; who wrote it stands among the last blocks. */
function proposeTail(blocks: readonly ProposedBlock[]): ProposedBlock[] {
  let inLinks = false;
  const lastProse = blocks.findLastIndex((block) => block.kind !== 'furniture');
  return blocks.map((block, index) => {
    inLinks = opensLinks(block) || (inLinks && isLink(block));
    if (block.kind !== 'paragraph') return block;
    if (inLinks) return setAside(block, 'link to another article');
    const atEnd = index > 0 && index >= lastProse - 1;
    return atEnd && isAuthorsNote(block.text) ? setAside(block, "author's note") : block;
  });
}

function opensLinks(block: ProposedBlock): boolean {
  return block.why === 'links to other articles' && block.text.endsWith(':');
}

function isLink(block: ProposedBlock): boolean {
  return (
    block.kind === 'paragraph' && block.text.length <= 150 && !/[.!?…]["”’]?$/.test(block.text)
  );
}

const SUBHEADING = /^[\p{Lu}\p{N}“"‘].*[^.,;:!?…"”’)\s]$/u;

/** A short line without a full stop between long paragraphs is a subheading. */
function proposeHeadings(blocks: readonly ProposedBlock[]): ProposedBlock[] {
  return blocks.map((block, index) => {
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    const between = isLongParagraph(before) && isLongParagraph(after);
    return between && isShortLine(block) ? { ...block, kind: 'heading', level: 2 } : block;
  });
}

function isLongParagraph(block: ProposedBlock | undefined): boolean {
  return block?.kind === 'paragraph' && block.text.length >= 120;
}

function isShortLine({ kind, text }: ProposedBlock): boolean {
  return kind === 'paragraph' && text.length <= 80 && !text.includes('\n') && SUBHEADING.test(text);
}
