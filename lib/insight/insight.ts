/**
 * What a reading's annotations add up to, over exactly the records that the asker may read. Counts of members,
 * not of marks, wherever it says `members`. Offsets are UTF-16 and half-open; shares are 0 to 1.
 */
export interface TagFigure {
  tag: string;
  /** Annotations with this tag. */
  annotations: number;
  /** Characters of the text that at least one annotation with this tag covers. */
  characters: number;
  /** Of all tagged annotations; 0 when there are none. */
  share: number;
}

interface PersonFigure {
  user: string;
  /** Annotations by tag. */
  tags: Record<string, number>;
}

/** A maximal stretch over which the same members gave the same tags. */
export interface Passage {
  start: number;
  end: number;
  /** Distinct members who marked it. */
  members: number;
  /** Members by tag; a member who gave two tags counts under both. */
  tags: Record<string, number>;
}

export interface Insight {
  /** Annotations with a tag or a comment; those taken back by their author do not count. */
  annotations: number;
  /** Members who made at least one of them. */
  members: number;
  comments: number;
  replies: number;
  done: number;
  tags: TagFigure[];
  people: PersonFigure[];
  /** In the order of the text. */
  passages: readonly Passage[];
}
