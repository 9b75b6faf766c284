import { createContext, use } from 'react';
import type { TextCursor } from '#lib/anchor/cursor.ts';
import type { RecordMap } from '#lib/annotation/record.ts';
import type { Drafts } from '#lib/client/drafts.ts';
import type { HighlightLayer } from '#lib/client/highlight-layer.ts';
import { type MutableObservable, type Observable, observable } from '#lib/client/observable.ts';
import type { ReadingSession } from '#lib/client/reading-session.ts';
import type { ThreadStates } from '#lib/client/thread-states.ts';
import type { UndoHistory } from '#lib/client/undo-history.ts';
import type { ReadingMember, ReadingPage } from '#lib/protocol/http.ts';
import { EVERYTHING, type Filter } from '#lib/insight/filter.ts';
import type { RecordFilter, RoomRecords, RoomSessions } from './room-records.ts';
import type { RoomSettings } from './room-settings.ts';
import type { UnreadMarks } from './unread-marks.ts';
import type { View } from './views.ts';

/** A stretch of the canonical text: UTF-16 offsets, half-open. */
export interface Passage {
  start: number;
  end: number;
}

/** What the margin has open: annotations that lie on one another, one of them picked; all of a block; or a stack of conversations. */
export type Opened =
  | { kind: 'annotations'; ids: readonly string[]; picked: number }
  | { kind: 'stack'; ids: readonly string[] }
  | { kind: 'block'; block: number };

/** What is being written; only one thing at a time, everything else waits as a draft. */
export type Writing =
  | { kind: 'new'; passage: Passage }
  | { kind: 'reply'; to: string }
  | { kind: 'edit'; map: Extract<RecordMap, 'annotations' | 'replies'>; key: string };

/** Ends that are not written yet. */
export interface MovingEnds {
  id: string;
  passage: Passage;
  by: 'keys' | 'pointer';
}
/** What of search and filter is open: the part that was asked for has the focus first. */
export type Finding = 'search' | 'filter';

/** A line for everybody: with one deed that goes with it, or with an address to take along. */
export interface Notice {
  words: string;
  deed?: { name: string; run(room: Room): void };
  address?: string;
}

/** What only this window knows. */
export interface RoomState {
  article: MutableObservable<HTMLElement | null>;
  layer: MutableObservable<HighlightLayer | null>;
  /** Words that are selected. */
  selection: MutableObservable<Passage | null>;
  /** Where the keyboard has come to in the text. */
  cursor: MutableObservable<TextCursor | null>;
  opened: MutableObservable<Opened | null>;
  /** The mark of mine whose ends are being moved, and where they would be. */
  ends: MutableObservable<MovingEnds | null>;
  /** The mark whose details stand in its card. */
  detailed: MutableObservable<string | null>;
  /** The sheet of keys and codebook. */
  sheetOpen: MutableObservable<boolean>;
  writing: MutableObservable<Writing | null>;
  /** The annotation under pointer or focus. */
  pointed: MutableObservable<string | null>;
  paint: MutableObservable<View>;
  /** What the view means is not shown. */
  legendAway: MutableObservable<boolean>;
  /** What the address looks for. */
  find: MutableObservable<Filter>;
  finding: MutableObservable<Finding | null>;
  /** The insight panel stands in the margin's place. */
  insight: MutableObservable<boolean>;
  /** What the insight panel is about. */
  considered: MutableObservable<Passage | null>;
  /** Places in the text that have the words looked for. */
  found: MutableObservable<readonly Passage[]>;
  /** What `find` hides of the records. Null shows everything. */
  filter: MutableObservable<RecordFilter | null>;
  /** The annotation whose card takes the focus as soon as it is there. */
  ledTo: MutableObservable<string | null>;
  /** The annotation that I am answering, for as long as I type. */
  typing: MutableObservable<string | null>;
  titleSeen: MutableObservable<boolean>;
  /** Index of the block at the upper third of the window. */
  block: MutableObservable<number | null>;
  /** Who is here and done in a blind reading, as the server said last; null when it need not be asked. */
  members: MutableObservable<readonly ReadingMember[] | null>;
  /** Words for who listens to the page. */
  announced: MutableObservable<string>;
  /** Words for everybody about what could not be done; empty when there are none. Goes with the next thing that is written. */
  notice: MutableObservable<string | Notice>;
}

export function newRoomState(): RoomState {
  return {
    article: observable<HTMLElement | null>(null),
    layer: observable<HighlightLayer | null>(null),
    selection: observable<Passage | null>(null),
    cursor: observable<TextCursor | null>(null),
    opened: observable<Opened | null>(null),
    ends: observable<MovingEnds | null>(null),
    detailed: observable<string | null>(null),
    sheetOpen: observable(false),
    writing: observable<Writing | null>(null),
    pointed: observable<string | null>(null),
    paint: observable<View>('marks'),
    legendAway: observable(false),
    find: observable(EVERYTHING),
    finding: observable<Finding | null>(null),
    insight: observable(false),
    considered: observable<Passage | null>(null),
    found: observable<readonly Passage[]>([]),
    filter: observable<RecordFilter | null>(null),
    ledTo: observable<string | null>(null),
    typing: observable<string | null>(null),
    titleSeen: observable(true),
    block: observable<number | null>(null),
    members: observable<readonly ReadingMember[] | null>(null),
    announced: observable(''),
    notice: observable<string | Notice>(''),
  };
}

/** What stays the same object for as long as the room is open, whatever place my work goes to. */
export interface RoomParts {
  state: RoomState;
  sessions: Observable<RoomSessions>;
  /** Others from now on; what was written while none was open yet goes into the first. */
  open(sessions: RoomSessions): void;
  records: RoomRecords;
  history: UndoHistory;
  unread: UnreadMarks;
  threads: ThreadStates;
  settings: RoomSettings;
}

/** One reading, open in this window: what the server rendered, what is live, what only this window knows. */
export interface Room extends RoomParts {
  page: ReadingPage;
  /** Of the place where my work goes. */
  session: ReadingSession;
  drafts: Drafts;
}

export const RoomContext = createContext<Room | null>(null);

export function useRoom(): Room {
  const room = use(RoomContext);
  if (room === null) throw new Error('This stands outside the reading room.');
  return room;
}
