import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleHtml } from '#lib/article/article-html.ts';
import { documentFromBlocks } from '#lib/article/document-from-blocks.ts';
import type { ProposedBlock } from '#lib/article/proposed-block.ts';
import { htmlToBlocks } from './html-to-blocks.ts';
import { markdownToBlocks } from './markdown-to-blocks.ts';

function blocksOf(html: string): ProposedBlock[] {
  const result = htmlToBlocks(html);
  if (!result.ok) throw new Error(result.error);
  return result.value.blocks;
}

describe('htmlToBlocks', () => {
  it('reads headings, paragraphs, lists, line breaks and emphasis', () => {
    const html = `<!doctype html><title>The  page</title><h1>T</h1> <p>One <em>two <b>three</b></em>
      four<br>five</p><ul><li>six<li>seven</ul><h4>H</h4>loose <i>text</i><div>eight<br><br>nine</div><h1>U</h1>`;
    expect(htmlToBlocks(html)).toMatchObject({ ok: true, value: { title: 'The page' } });
    expect(blocksOf(html)).toEqual([
      { kind: 'heading', level: 1, text: 'T' },
      {
        kind: 'paragraph',
        text: 'One two three four\nfive',
        emphasis: [
          { start: 4, end: 13, mark: 'italic' },
          { start: 8, end: 13, mark: 'bold' },
        ],
      },
      { kind: 'paragraph', text: 'six' },
      { kind: 'paragraph', text: 'seven' },
      { kind: 'heading', level: 3, text: 'H' },
      { kind: 'paragraph', text: 'loose text', emphasis: [{ start: 6, end: 10, mark: 'italic' }] },
      { kind: 'paragraph', text: 'eight' },
      { kind: 'paragraph', text: 'nine' },
      { kind: 'heading', level: 2, text: 'U' },
    ]);
  });

  it('collapses white space as a browser does, but no other character', () => {
    expect(
      blocksOf('<p>\n a\t\n b\u00a0 \u2009c “d” שלום cafe\u0301 </p><p>&nbsp;</p>')[0]?.text,
    ).toBe('a b\u00a0 \u2009c “d” שלום cafe\u0301');
    expect(blocksOf('<pre>a\n  b</pre>')).toEqual([{ kind: 'paragraph', text: 'a\n  b' }]);
    expect(blocksOf('<pre>  <em>a</em>\n  b </pre>')).toEqual([
      { kind: 'paragraph', text: 'a\n  b', emphasis: [{ start: 0, end: 1, mark: 'italic' }] },
    ]);
  });

  it('proposes what is around the article as furniture and loses none of it', () => {
    const html = `<header>Site</header><nav><a href=/>Home</a></nav><article><header><h1>T</h1></header><p>One</p>
      <aside><h2>Side</h2></aside><figure><figcaption>Ann</figcaption></figure></article><form>Mail <button>Go</button></form><footer>End</footer>`;
    expect(
      blocksOf(html).map(({ kind, text, why }) => `${kind} ${text} ${why ?? ''}`.trim()),
    ).toEqual([
      'furniture Site page header',
      'furniture Home page menu',
      'heading T',
      'paragraph One',
      'furniture Side side note',
      'furniture Ann picture caption',
      'furniture Mail Go form',
      'furniture End page footer',
    ]);
  });

  it('drops what is no text', () => {
    const html =
      '<p>a<script>b</script><style>c</style></p><template>d</template><p hidden>e</p><p style="display: none">f';
    expect(blocksOf(html)).toEqual([{ kind: 'paragraph', text: 'a' }]);
  });

  it.each([
    ['<blockquote><p>q</p><footer>— Ann Lee</footer></blockquote>', 'Ann Lee'],
    ['<blockquote><p>q</p><p>– <cite>Ann Lee</cite></p></blockquote>', 'Ann Lee'],
    ['<blockquote>q<cite>Ann Lee</cite></blockquote>', 'Ann Lee'],
    ['<blockquote cite="https://www.example.org/x"><p>q</p></blockquote>', 'example.org'],
    ['<blockquote cite="javascript:alert(1)"><p>q</p></blockquote>', undefined],
    ['<blockquote><p>q</p></blockquote>', undefined],
  ])('reads the source of %s', (html, source) => {
    expect(blocksOf(html)).toEqual([
      { kind: 'quotation', text: 'q', ...(source === undefined ? {} : { source }) },
    ]);
  });

  it('refuses a page nested or repeated beyond any article', () => {
    expect(htmlToBlocks('<div>'.repeat(100_000))).toMatchObject({
      ok: false,
      error: expect.stringContaining('nested'),
    });
    expect(htmlToBlocks('<p>x</p>'.repeat(100_001)).ok).toBe(false);
    expect(htmlToBlocks('<p>x</p>'.repeat(90_000)).ok).toBe(true);
  });

  it('reads back what the article was drawn as', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b c', '<b>', '&amp;', '“é”', '👩🏽‍🚀', 'שלום', '\u00a0x'), {
        minLength: 1,
      })
      .map((parts) => parts.join(' '))
      .map((joined) => joined.trim());
    const plain = fc.record({ kind: fc.constantFrom('paragraph' as const), text });
    const quotation = fc.record({
      kind: fc.constant('quotation' as const),
      text,
      source: fc.constantFrom('Reuters', 'Ann & Bo'),
    });
    fc.assert(
      fc.property(text, fc.array(fc.oneof(plain, quotation)), (title, rest) => {
        const blocks: ProposedBlock[] = [{ kind: 'heading', level: 1, text: title }, ...rest];
        const document = documentFromBlocks(blocks);
        if (!document.ok) throw new Error(document.error);
        const html = articleHtml(document.value);
        expect(blocksOf(html.title + html.body)).toEqual(blocks);
      }),
    );
  });
});

describe('markdownToBlocks', () => {
  it('reads headings, emphasis, wrapped lines and quotations with their source', () => {
    const result = markdownToBlocks(
      '# T\n\nOne *two*\nthree\n\n> q\n>\n> — Ann Lee\n\n<script>x</script>\n',
    );
    expect(result).toEqual({
      ok: true,
      value: {
        title: null,
        blocks: [
          { kind: 'heading', level: 1, text: 'T' },
          {
            kind: 'paragraph',
            text: 'One two three',
            emphasis: [{ start: 4, end: 7, mark: 'italic' }],
          },
          { kind: 'quotation', text: 'q', source: 'Ann Lee' },
        ],
      },
    });
  });

  it('refuses endless nesting', () => {
    expect(markdownToBlocks('>'.repeat(20_000) + ' x')).toMatchObject({ ok: false });
  });
});
