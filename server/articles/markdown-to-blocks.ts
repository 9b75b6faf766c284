import { marked } from 'marked';
import type { ProposedBlock } from '#lib/article/proposed-block.ts';
import { fail, type Result } from '#lib/result.ts';
import { htmlToBlocks } from './html-to-blocks.ts';

/** The blocks of a Markdown text (CommonMark with GitHub's tables). HTML inside it is read as text of a page, never kept. */
export function markdownToBlocks(
  markdown: string,
): Result<{ title: string | null; blocks: ProposedBlock[] }> {
  const html = toHtml(markdown);
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
