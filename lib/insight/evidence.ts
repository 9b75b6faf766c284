import type { Annotation } from '../annotation/record.ts';
import type { Records } from '../annotation/record-set.ts';
import type { Block } from '../article/document.ts';
import type { Stretch } from './contested.ts';
import type { Continuum, Span } from './agreement/continuum.ts';
import type { Section } from './agreement/unitizing-ranges.ts';
import type { Ratings } from './agreement/ratings.ts';
import { type Changes, changesBetween } from './changes.ts';
import { MarksByAuthor } from './marks-by-author.ts';
import { RunningSentenceVotes } from './agreement/running-sentence-votes.ts';
import { doneUpTo } from './agreement/sentence-vote.ts';
import type { UnitCounts } from './agreement/unit-counts.ts';

/** The text that is agreed or disagreed on. */
export interface Read {
  readonly blocks: readonly Pick<Block, 'start' | 'end' | 'sentences'>[];
  /** UTF-16. */
  readonly length: number;
}

type Counted = Pick<Records, 'annotations' | 'assessments'>;

const NOTHING: Counted = { annotations: new Map(), assessments: new Map() };

/**
 * What agreement is computed from: votes, and spans of who is done. Told all records anew it looks only at those that changed, and is then the same as one that was
 * told them at once. Who is not a member (any more) does not count.
 */
export class Evidence {
  readonly length: number;
  readonly sentences: number;
  /** The text's blocks. */
  readonly sections: readonly Section[];
  readonly #votes: RunningSentenceVotes;
  readonly #members: ReadonlySet<string>;
  readonly #marks = new MarksByAuthor();
  /** Null when it has to be counted anew. */
  #counts: UnitCounts | null = null;
  #done: ReadonlyMap<string, number> = new Map();
  #known: Counted = NOTHING;

  constructor({ blocks, length }: Read, members: Iterable<string>) {
    const sentences = blocks.flatMap((block) => block.sentences);
    this.length = length;
    this.sentences = sentences.length;
    this.sections = blocks.map(({ start, end }) => [start, end]);
    this.#members = new Set(members);
    this.#votes = new RunningSentenceVotes(sentences);
  }

  follow(records: Counted): void {
    const { annotations, assessments } = this.#known;
    if (records.annotations !== annotations)
      this.#followMarks(changesBetween(annotations, records.annotations));
    if (records.assessments !== assessments) this.#followDone(records.assessments);
    if (records !== this.#known) this.#counts = null;
    this.#known = records;
  }

  counts(): UnitCounts {
    this.#counts ??= this.#votes.unitCounts();
    return this.#counts;
  }

  ratings(): Ratings {
    return this.#votes.ratings();
  }

  /** One member's votes, as a row of `ratings`; undefined for who neither tagged anything nor is done. */
  rowOf(member: string): Int32Array | undefined {
    return this.#votes.rowOf(member);
  }

  /** Which sentences a passage meets. */
  sentencesOf(passage: Stretch): number[] {
    return this.#votes.sentencesOf(passage);
  }

  /** Everything that somebody marked, whoever they are; the same list as long as nothing of it changes. */
  marksOf(author: string): readonly Annotation[] {
    return this.#marks.of(author);
  }

  /** Members who are done with the whole text, by id. */
  done(): string[] {
    return [...this.#done].flatMap(([member, upTo]) => (upTo >= this.length ? member : [])).sort();
  }

  /** How many members are done up to somewhere. */
  doneSomewhere(): number {
    return this.#done.size;
  }

  /** Spans of those who are done with the whole text, in the order in which each made them (N6). */
  continuum(): Continuum {
    return {
      length: this.length,
      raters: Object.fromEntries(
        this.done().map((member) => [member, spansOf(this.#marks.of(member))]),
      ),
    };
  }

  #followMarks({ gone, come }: Changes): void {
    for (const one of gone) this.#votes.delete(one.id);
    for (const one of come) if (this.#members.has(one.author)) this.#votes.put(one);
    this.#marks.change({ gone, come });
  }

  #followDone(assessments: Counted['assessments']): void {
    const now = new Map(
      [...doneUpTo(assessments.values())].filter(([member]) => this.#members.has(member)),
    );
    for (const member of this.#done.keys()) if (!now.has(member)) this.#votes.done(member, null);
    for (const [member, upTo] of now)
      if (this.#done.get(member) !== upTo) this.#votes.done(member, upTo);
    this.#done = now;
  }
}

/** By the time that each carries: it only orders a person's own marks, of which the latest wins (U1). */
function spansOf(marks: readonly Annotation[]): Span[] {
  return marks
    .toSorted((a, b) => compare(timeOf(a), timeOf(b)) || compare(a.id, b.id))
    .flatMap(({ target: { start, end }, tag }) => (tag === null ? [] : { start, end, tag }));
}

const timeOf = ({ modified, created }: Annotation): string => modified ?? created;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
