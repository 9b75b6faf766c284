import { trimEdges } from './text-blocks.ts';

/**
 * A block parted at the lines that `isHidden` gives a reason for: each of those a block of
 * its own, the lines between them together. A block without such lines stays whole.
 */
export function hiddenLines(block: string, isHidden: (line: string) => string | null): string[] {
  if (!block.includes('\n')) return [block];
  const parts: string[][] = [];
  let open = false;
  for (const line of block.split('\n')) {
    const hidden = isHidden(trimEdges(line)) !== null;
    if (open && !hidden) parts.at(-1)?.push(line);
    else parts.push([line]);
    open = !hidden;
  }
  return parts.map((lines) => trimEdges(lines.join('\n')));
}
