/** One child of the margin's column. */
export interface ColumnItem {
  /** Names it from one drawing to the next. */
  key: string;
  /** `open`: it is only there while it is open. */
  kind: 'tally' | 'card' | 'open';
  /** Where in the text it belongs (UTF-16). */
  offset: number;
  /** How tall it will be, until it has been measured. Px. */
  likely: number;
}

/** The line in which several items lie folded. */
interface ShownStack {
  /** The first member's, with a word before it. */
  key: string;
  members: readonly string[];
}

/** Which items have an element of their own, and in which stacks the others lie. */
export interface Folding {
  shown: ReadonlySet<string>;
  /** Those of them that stand in the window. */
  inView: ReadonlySet<string>;
  stacks: readonly ShownStack[];
}
