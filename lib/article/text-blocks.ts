const BLANK = /^\s*$/u;
const ASCII_SPACE = ' \t\n\v\f';

/**
 * The blocks of a plain text: what blank lines part. A byte order mark falls away, CRLF
 * and CR become LF, and ASCII white space at a block's two edges falls away. Everything
 * else, inner line breaks too, stays as it is.
 */
export function textBlocks(text: string): string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  const close = () => {
    if (lines.length > 0) blocks.push(trimEdges(lines.join('\n')));
    lines = [];
  };
  for (const line of unixLines(text)) {
    if (BLANK.test(line)) close();
    else lines.push(line);
  }
  close();
  return blocks;
}

/** The text without white space that a keyboard makes (ASCII only) at its two edges. */
export function trimEdges(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && ASCII_SPACE.includes(text.charAt(start))) start += 1;
  while (end > start && ASCII_SPACE.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function unixLines(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
}
