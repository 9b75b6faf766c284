import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeBlocks, proposeKinds } from './proposal.ts';
import type { ProposedBlock } from './proposed-block.ts';

const prose = (opening: string) =>
  `${opening} ${'and the council went on talking about the bridge until the lamps were lit, '.repeat(3)}which pleased nobody.`;
const kinds = (blocks: readonly ProposedBlock[]) => blocks.map(({ kind }) => kind);
const article = (...blocks: string[]) =>
  proposeBlocks(['Title', prose('First'), ...blocks].join('\n\n')).slice(2);
const whyOf = (text: string, line: string) =>
  proposeBlocks(text).find((block) => block.text === line)?.why;

describe('proposeBlocks', () => {
  it('parts blocks at blank lines and keeps inner line breaks', () => {
    const blocks = proposeBlocks(
      'The Bridge\r\n\r\n \t\r\nroses are red,\r\n  violets are blue\r\n\r\nlast.',
    );
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, text: 'The Bridge' },
      { kind: 'paragraph', text: 'roses are red,\n  violets are blue' },
      { kind: 'paragraph', text: 'last.' },
    ]);
  });

  it('changes no character: nbsp, curly quotes, emoji, combining marks, right-to-left', () => {
    const odd = '\u00a0“Né\u0301e” 👩🏽‍🚀  שלום עולם \u202bمرحبا\u202c cafe\u0301, ‘so’…\u00a0';
    expect(proposeBlocks(`\uFEFFTitle\n\n${odd}\n`)[1]?.text).toBe(odd);
  });

  it('loses nothing but white space, whatever the text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '',
        'Title',
        'Advertisement',
        'More from us:',
        'By Ann Lee',
        'Reuters reports:',
        prose('So'),
      ),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const kept = proposeBlocks(text)
          .map((block) => block.text)
          .join('');
        expect(kept.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  it('splits furniture that a single line break hides, and only that', () => {
    const text = `The Bridge\n\nThe Bridge\nAnn Lee/Pool Photo via AP\n\n${prose('On Monday')}\n\none\ntwo`;
    const blocks = proposeBlocks(text);
    expect(kinds(blocks)).toEqual(['heading', 'furniture', 'furniture', 'paragraph', 'paragraph']);
    expect(blocks.map(({ why }) => why).slice(1, 3)).toEqual(['the title again', 'photo credit']);
    expect(blocks[4]?.text).toBe('one\ntwo');
  });

  it('finds the title behind a slogan and an advertisement', () => {
    const blocks = proposeBlocks(
      `Life, daily.\n\n- Advertisement -\n\nWhy bridges fall\n\n${prose('They')}`,
    );
    expect(blocks.map(({ why }) => why)).toEqual([
      'line of the site before the title',
      'advertisement line',
      undefined,
      undefined,
    ]);
    expect(blocks[2]).toMatchObject({ kind: 'heading', level: 1 });
  });

  it('makes no heading of a text that is one paragraph, or of a sentence', () => {
    expect(kinds(proposeBlocks('Only this'))).toEqual(['paragraph']);
    expect(kinds(proposeBlocks('It rained.\n\nThen it stopped. Will it rain again?'))).toEqual([
      'paragraph',
      'paragraph',
    ]);
  });

  it('takes a given title for the heading, and no other line', () => {
    expect(kinds(proposeBlocks('Hello there\n\nMore.', 'Quite another'))).toEqual([
      'paragraph',
      'paragraph',
    ]);
    expect(kinds(proposeBlocks("It's on\n\nMore.", 'It’s  on'))).toEqual(['heading', 'paragraph']);
  });

  it.each([
    ['ADVERTISEMENT', 'advertisement line'],
    ['Photo: Ann Lee', 'photo credit'],
    ['Trending on Example', 'list of trending articles'],
    ['Leave a comment', 'comment form'],
    ['Your email address will not be published. Required fields are marked *', 'e-mail notice'],
    ['Follow us on Mastodon', 'invitation to share or subscribe'],
    ['© 2022 Example Ltd', 'copyright line'],
    ['This column does not necessarily reflect the opinion of the editors.', 'disclaimer'],
  ])('says why %j is set aside', (line, why) => {
    expect(whyOf(`Title\n\n${prose('One')}\n\n${line}`, line)).toBe(why);
  });

  it('leaves prose alone that only mentions such words', () => {
    const text = `The photo via which we know her is lost. ${prose('An advertisement')}`;
    expect(proposeBlocks(`Title\n\n${text}`)[1]?.kind).toBe('paragraph');
  });

  it('sets links under "More from" and the author\'s note aside, and what follows them not', () => {
    const tail = 'More from Example:\n\nOne thing: Ann Lee\n\nAnother thing: Bo Kim';
    const note = 'Ann Lee is a columnist on bridges. She lives in Riga.';
    const blocks = proposeBlocks(`Title\n\n${prose('One')}\n\n${tail}\n\nThat was all.\n\n${note}`);
    expect(kinds(blocks).slice(2)).toEqual([
      'furniture',
      'furniture',
      'furniture',
      'paragraph',
      'furniture',
    ]);
  });

  it('takes a short line between long paragraphs for a subheading', () => {
    const blocks = proposeBlocks(`Title\n\n${prose('One')}\n\nThe second part\n\n${prose('Two')}`);
    expect(blocks[2]).toMatchObject({ kind: 'heading', level: 2 });
  });
});

describe('quotations', () => {
  it('follow a paragraph that names a paper and ends in a colon, until the author speaks again', () => {
    const blocks = article(
      'It got worse, Reuters reports:',
      prose('Officials'),
      prose('They'),
      prose('However,'),
    );
    expect(blocks.map(({ source }) => source)).toEqual([
      undefined,
      'Reuters',
      'Reuters',
      undefined,
    ]);
  });

  it('name the writer too, and know her again by her last name', () => {
    const blocks = article(
      'A way out, Julia Latimer writes at the NYT:',
      prose('Few'),
      'So what is left? Little, Latimer figures:',
      prose('Nothing'),
    );
    expect(blocks.map(({ source }) => source)).toEqual([
      undefined,
      'Julia Latimer, The New York Times',
      undefined,
      'Julia Latimer, The New York Times',
    ]);
  });

  it('are not proposed without a name, and end with the quotation marks that began them', () => {
    expect(kinds(article('There are three reasons:', prose('One')))).toEqual([
      'paragraph',
      'paragraph',
    ]);
    expect(kinds(article('Reuters reports:', `“${prose('We')}”`, prose('The')))).toEqual([
      'paragraph',
      'quotation',
      'paragraph',
    ]);
  });
});

describe('proposeKinds', () => {
  it('changes plain paragraphs only', () => {
    const blocks: ProposedBlock[] = [
      { kind: 'furniture', text: 'Menu', why: 'page menu' },
      { kind: 'heading', level: 1, text: 'Title' },
      { kind: 'quotation', text: 'Advertisement', source: 'A poem' },
      { kind: 'paragraph', text: 'Advertisement' },
    ];
    expect(proposeKinds(blocks)).toEqual([
      ...blocks.slice(0, 3),
      { kind: 'furniture', text: 'Advertisement', why: 'advertisement line' },
    ]);
  });
});
