import type { AboutProposal, ArticleProposal, LooksLike } from '#lib/article/article-proposal.ts';
import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import { proposeBlocks, proposeKinds } from '#lib/article/proposal.ts';
import type { ProposedBlock } from '#lib/article/proposed-block.ts';
import { BYLINE_REASON } from '#lib/article/title-line.ts';
import { wordCount } from '#lib/article/word-count.ts';
import { fail, ok, type Result } from '#lib/result.ts';
import { findExact, findLike } from './catalogue.ts';
import { decodeUpload } from './decode-upload.ts';
import { furtherCopy } from './further-copy.ts';
import { htmlToBlocks } from './html-to-blocks.ts';
import { markdownToBlocks } from './markdown-to-blocks.ts';
import { readableText, withinLimit } from './readable-text.ts';
import { recognisedBlocks } from './recognised.ts';
import { sha256 } from './sha256.ts';

/** What a person brings: a file, or a text of one of three formats. */
export type Submission =
  | { title?: string; bytes: Uint8Array; name?: string }
  | { title?: string; text: string }
  | { title?: string; html: string }
  | { title?: string; markdown: string };

export interface Setting {
  entries: readonly CatalogueEntry[];
  limitBytes: number;
}

interface Content {
  format: 'text' | 'html' | 'markdown';
  text: string;
  /** Of the file's bytes, or of the text in UTF-8. */
  sha256: string;
  name?: string | undefined;
}

/** More than any book; a page that lists a million of them for confirmation would help nobody. */
const MOST_BLOCKS = 50_000;

/**
 * How an article that somebody brings would be imported: every block with a kind, nothing
 * left out, for the person to confirm. A text that is exactly one of the catalogue comes
 * with the catalogue's kinds. Fails in words that the person can act on.
 */
export function proposeArticle(submission: Submission, setting: Setting): Result<ArticleProposal> {
  const content = contentOf(submission, setting.limitBytes);
  if (!content.ok) return content;
  const entry = exactEntry(content.value, setting.entries);
  if (entry) return ok(recognisedProposal(entry, content.value.text));
  return newProposal(content.value, submission.title?.trim() || undefined, setting.entries);
}

function contentOf(submission: Submission, limitBytes: number): Result<Content> {
  if ('bytes' in submission) return fileContent(submission, limitBytes);
  if ('html' in submission) return writtenContent('html', submission.html, limitBytes);
  if ('markdown' in submission) return writtenContent('markdown', submission.markdown, limitBytes);
  return writtenContent('text', submission.text, limitBytes);
}

function fileContent(
  { bytes, name }: { bytes: Uint8Array; name?: string },
  limitBytes: number,
): Result<Content> {
  const text = decodeUpload(bytes, limitBytes);
  return text.ok
    ? ok({ format: formatOf(name ?? ''), text: text.value, sha256: sha256(bytes), name })
    : text;
}

function writtenContent(
  format: Content['format'],
  written: string,
  limitBytes: number,
): Result<Content> {
  const size = withinLimit(Buffer.byteLength(written), limitBytes);
  const text = size.ok ? readableText(written) : size;
  return text.ok ? ok({ format, text: text.value, sha256: sha256(text.value) }) : text;
}

function formatOf(name: string): Content['format'] {
  if (/\.x?html?$/i.test(name)) return 'html';
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text';
}

/** A paste of the exact text may differ from the file in line ends and in white space at its edges. */
function exactEntry(content: Content, entries: readonly CatalogueEntry[]): CatalogueEntry | null {
  const exact = findExact(entries, content.sha256);
  if (exact || content.format !== 'text') return exact;
  return findExact(entries, sha256(content.text.replace(/\r\n?/g, '\n').trim()));
}

function recognisedProposal(entry: CatalogueEntry, text: string): ArticleProposal {
  const { title, byline, source, note, words } = entry;
  const written = `${entry.written}, ${entry.writtenEvidence}`;
  const blocks = recognisedBlocks(entry, text);
  return {
    title,
    byline,
    source,
    written,
    note,
    words,
    sha256: entry.sha256,
    blocks,
    recognised: entry.id,
  };
}

function newProposal(
  content: Content,
  given: string | undefined,
  entries: readonly CatalogueEntry[],
): Result<ArticleProposal> {
  const read = blocksOf(content, given);
  if (!read.ok) return read;
  const { blocks, title } = read.value;
  if (blocks.length === 0)
    return fail('This page shows no text. Copy the text of the article and paste it.');
  if (blocks.length > MOST_BLOCKS)
    return fail('This text has more than 50,000 paragraphs. Import a part of it.');
  const text =
    content.format === 'text' ? content.text : blocks.map((block) => block.text).join('\n');
  const words = wordCount(text);
  const like = findLike(entries, { text, words });
  const about = {
    title: given ?? headingOf(blocks) ?? title ?? nameOf(content.name) ?? openingWords(blocks),
    byline: bylineOf(blocks),
    source: null,
    written: null,
    note: null,
  };
  const known = like === null ? null : furtherCopy(like.entry);
  return ok({
    ...(known ?? about),
    ...(given === undefined ? {} : { title: given }),
    words,
    sha256: content.sha256,
    blocks,
    ...(like ? { looksLike: looksLike(like, about) } : {}),
  });
}

function looksLike(
  { entry, likeness }: { entry: CatalogueEntry; likeness: number },
  asBrought: AboutProposal,
): LooksLike {
  return { entry: entry.id, title: entry.title, likeness, asBrought };
}

function blocksOf(
  { format, text }: Content,
  given?: string,
): Result<{ title: string | null; blocks: ProposedBlock[] }> {
  if (format === 'text') return ok({ title: null, blocks: proposeBlocks(text, given) });
  const read = format === 'html' ? htmlToBlocks(text) : markdownToBlocks(text);
  return read.ok ? ok({ ...read.value, blocks: proposeKinds(read.value.blocks, given) }) : read;
}

function headingOf(blocks: readonly ProposedBlock[]): string | null {
  return blocks.find(({ level }) => level === 1)?.text ?? null;
}

function bylineOf(blocks: readonly ProposedBlock[]): string | null {
  const byline = blocks.find(({ why }) => why === BYLINE_REASON);
  return byline?.text.replace(/^By /, '') ?? null;
}

function nameOf(file: string | undefined): string | null {
  return file?.replace(/\.[^.]*$/, '').trim() || null;
}

function openingWords(blocks: readonly ProposedBlock[]): string {
  const words = (blocks[0]?.text ?? '').slice(0, 200).split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
}
