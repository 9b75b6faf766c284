import { splitsSurrogates } from '../annotation/splits-surrogates.ts';
import { blockElements, offsetIn, startOfBlock, textNodesOf } from './dom-offsets.ts';

/**
 * What of the article's text is selected (UTF-16, half-open), whatever the selection's direction: ends outside the
 * article or between its blocks move to the nearest selected character, a footer counts as its block's end, and
 * ends inside a surrogate pair move outward. Null when no character of the article is selected.
 */
export function selectionIn(article: HTMLElement): { start: number; end: number } | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(article)) return null;
  const blocks = blockElements(article);
  const start = firstSelected(blocks, range.startContainer, range.startOffset);
  const end = lastSelected(blocks, range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}

function firstSelected(blocks: readonly HTMLElement[], node: Node, at: number): number | null {
  const index = blocks.findIndex((block) => endsAfter(block, node, at));
  const block = blocks[index];
  if (block === undefined) return null;
  const whole = wholeCharacter(node, at, 'start');
  const offset = block.contains(node) ? offsetIn(block, node, whole) : startOfBlock(block);
  const next = blocks[index + 1];
  return offset < endOfBlock(block) || next === undefined ? offset : startOfBlock(next);
}

/** A triple click ends at the next block's start: that is the end of the block before. */
function lastSelected(blocks: readonly HTMLElement[], node: Node, at: number): number | null {
  const index = blocks.findLastIndex((block) => startsBefore(block, node, at));
  const block = blocks[index];
  if (block === undefined) return null;
  if (!block.contains(node)) return endOfBlock(block);
  const offset = offsetIn(block, node, wholeCharacter(node, at, 'end'));
  const previous = blocks[index - 1];
  return offset > startOfBlock(block) || previous === undefined ? offset : endOfBlock(previous);
}

function endOfBlock(block: HTMLElement): number {
  return textNodesOf(block).reduce((end, { length }) => end + length, startOfBlock(block));
}

function endsAfter(block: HTMLElement, node: Node, at: number): boolean {
  return rangeOver(block).comparePoint(node, at) <= 0;
}

function startsBefore(block: HTMLElement, node: Node, at: number): boolean {
  return rangeOver(block).comparePoint(node, at) >= 0;
}

function rangeOver(block: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(block);
  return range;
}

function wholeCharacter(node: Node, at: number, end: 'start' | 'end'): number {
  if (!(node instanceof Text) || !splitsSurrogates(node.data, at)) return at;
  return end === 'start' ? at - 1 : at + 1;
}
