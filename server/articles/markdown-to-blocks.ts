import { marked } from 'marked';
import type { ProposedBlock } from '#lib/article/proposed-block.ts';
import { fail, type Result } from '#lib/result.ts';
import { htmlToBlocks } from './html-to-blocks.ts';

/**
 * A line that begins with so much space, or so many quotation marks, is no level of any article; to read one,
 * `marked` takes time that grows with the third power of its depth.
 */
const TOO_DEEP = /^(?:[ \t]{200}|(?:[ \t]*>){50})/m;

/** The blocks of a Markdown text (CommonMark with GitHub's tables). HTML inside it is read as text of a page, never kept. */
export function markdownToBlocks(
  markdown: string,
): Result<{ title: string | null; blocks: ProposedBlock[] }> {
  const html = TOO_DEEP.test(markdown) ? null : toHtml(markdown);
  return html === null
    ? fail('This Markdown is nested too deeply to be read. Import it as plain text.')
    : htmlToBlocks(html);
}

/** `marked` calls itself for each level of quotation or list; null when that exhausts the stack. */
function toHtml(markdown: string): string | null {
  try {
    return marked.parse(markdown, { async: false, gfm: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
