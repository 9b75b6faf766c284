import type { Stretch } from '#lib/client/annotated-blocks.ts';
import { likelyHeight } from './card-heights.ts';
import type { ColumnItem } from './column-item.ts';
import type { Conversation } from './conversations.ts';
import type { OpenCard } from './margin-content.ts';
import { sameItems } from './same-items.ts';
import type { Tally } from './tallies.ts';
import { isIn } from './use-near-text.ts';
import type { MarginContent } from './use-margin.ts';
import type { WaitingDraft } from './waiting-draft.ts';

/** What one child of the margin's column shows. */
export type MarginItem = ColumnItem & {
  isActive: boolean;
  of:
    | { kind: 'tally'; tally: Tally }
    | { kind: 'draft'; draft: WaitingDraft }
    | { kind: 'open'; open: OpenCard }
    /** `picked`: the conversation is open, and this annotation of it outlined. */
    | { kind: 'conversation'; conversation: Conversation; picked?: string | null };
};

/** Whether both show the same. */
export function sameItem({ of: a }: MarginItem, { of: b }: MarginItem): boolean {
  return sameItems(Object.values(a), Object.values(b));
}

const TALLY_HEIGHT = 26;
const OPEN_HEIGHT = 200;
const DRAFT_HEIGHT = 90;

/** What is near the window or open, in the order of the text; of those at one place the tally first, the open list right behind it. */
export function itemsOf(content: Omit<MarginContent, 'marksIn'>, near: Stretch): MarginItem[] {
  const { open } = content;
  const listed = new Set(open?.kind === 'stack' ? open.conversations : []);
  const isNear = (offset: number): boolean => isIn(near, offset);
  const items: MarginItem[] = [];
  for (const tally of content.talliesIn(near)) items.push(tallyItem(tally));
  if (open !== null && open.kind !== 'conversation') items.push(openItem(open));
  for (const draft of content.drafts) if (isNear(draft.offset)) items.push(draftItem(draft));
  for (const conversation of content.conversations) {
    const isOpen = open?.kind === 'conversation' && open.conversation === conversation;
    if (isOpen) items.push(conversationItem(conversation, open.picked));
    else if (!listed.has(conversation) && isNear(conversation.start))
      items.push(conversationItem(conversation));
  }
  return items.sort((a, b) => a.offset - b.offset);
}

function tallyItem(tally: Tally): MarginItem {
  return {
    key: `tally ${tally.block}`,
    kind: 'tally',
    offset: tally.start,
    likely: TALLY_HEIGHT,
    isActive: false,
    of: { kind: 'tally', tally },
  };
}

function openItem(open: Exclude<OpenCard, { kind: 'conversation' }>): MarginItem {
  return {
    key: 'open',
    kind: 'open',
    offset: open.kind === 'new' ? open.passage.start : open.start,
    likely: OPEN_HEIGHT,
    isActive: true,
    // What waits unsent in a block has cards of its own here.
    of: { kind: 'open', open: open.kind === 'marks' ? { ...open, drafts: [] } : open },
  };
}

function draftItem(draft: WaitingDraft): MarginItem {
  return {
    key: draft.key,
    kind: 'card',
    offset: draft.offset,
    likely: DRAFT_HEIGHT,
    isActive: false,
    of: { kind: 'draft', draft },
  };
}

function conversationItem(conversation: Conversation, picked?: string | null): MarginItem {
  return {
    key: conversation.id,
    kind: 'card',
    offset: conversation.start,
    likely: likelyHeight(conversation),
    isActive: picked !== undefined,
    of: { kind: 'conversation', conversation, ...(picked !== undefined && { picked }) },
  };
}
