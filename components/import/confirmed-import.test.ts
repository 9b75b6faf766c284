import { describe, expect, it } from 'vitest';
import { confirmedImportSchema } from '#lib/protocol/http.ts';
import { aboutOf, confirmedImport } from './confirmed-import.ts';
import type { ArticleProposal } from '#lib/article/article-proposal.ts';
import { ofKind } from './block-kinds.ts';

const proposal: ArticleProposal = {
  title: 'A title',
  byline: null,
  source: 'HotAir',
  written: null,
  note: null,
  words: 7,
  sha256: 'a'.repeat(64),
  blocks: [
    { kind: 'heading', text: 'A title', level: 1 },
    { kind: 'furniture', text: 'Advertisement', why: 'advertisement line' },
    { kind: 'quotation', text: 'Their words.', source: '  ' },
    { kind: 'paragraph', text: 'Ours.', source: 'left over' },
  ],
};

describe('confirmedImport', () => {
  it('is what the route takes, without what no longer fits a kind', () => {
    const confirmed = confirmedImport(proposal.blocks, aboutOf(proposal), proposal.sha256, 'g1');
    expect(confirmed.ok && confirmedImportSchema.safeParse(confirmed.value).success).toBe(true);
    expect(confirmed).toMatchObject({ value: { byline: null, source: 'HotAir', groups: ['g1'] } });
    expect(confirmed.ok && confirmed.value.document.content[2]).toMatchObject({
      attrs: { source: null },
    });
  });

  it('asks for a title and for something to read', () => {
    expect(
      confirmedImport(proposal.blocks, { ...aboutOf(proposal), title: ' ' }, proposal.sha256, '')
        .ok,
    ).toBe(false);
    const furniture = proposal.blocks.map((block) => ofKind(block, 'furniture'));
    expect(confirmedImport(furniture, aboutOf(proposal), proposal.sha256, '').ok).toBe(false);
  });
});

it('forgets why a block was proposed once a person says otherwise', () => {
  const [, advertisement] = proposal.blocks;
  expect(advertisement && ofKind(advertisement, 'paragraph')).toEqual({
    kind: 'paragraph',
    text: 'Advertisement',
  });
});
