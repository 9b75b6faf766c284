import { lastStartingBy } from '../../anchor/last-starting-by.ts';
import type { Stretch } from '../contested.ts';
import { KnownVotes, MISSING, type Ratings } from './ratings.ts';
import {
  type Mark,
  type Sentence,
  type TaggedMark,
  isTagged,
  mostCovering,
} from './sentence-vote.ts';
import type { UnitCounts } from './unit-counts.ts';
import type { Vote } from './vote.ts';

/**
 * One vote per member per sentence (INSIGHT.md, N2), kept up to date by what comes and goes: an event looks only at the sentences that it concerns, and at the marks of
 * its member there. Undoing is putting or deleting again. All records put in any order give what the same records alone would give.
 */
export class RunningSentenceVotes {
  readonly #sentences: readonly Sentence[];
  readonly #known = new KnownVotes();
  readonly #members = new Map<string, Member>();
  readonly #marks = new Map<string, TaggedMark>();
  /** By value, how many members gave it to each sentence; nothing for a value that nobody gave yet. */
  readonly #counts: (Int32Array | undefined)[] = [];
  readonly #voters: Int32Array;
  readonly #waiting = new Map<Member, Set<number>>();

  /** `sentences`: in the order of the text. */
  constructor(sentences: readonly Sentence[]) {
    this.#sentences = sentences;
    this.#voters = new Int32Array(sentences.length);
  }

  /** An annotation that is new, or stands where one with its id stood. */
  put(mark: Mark): void {
    this.delete(mark.id);
    if (!isTagged(mark)) return;
    this.#marks.set(mark.id, mark);
    const member = this.#member(mark.author);
    this.#eachSentence(mark.target, (sentence) => {
      const here = member.marks.get(sentence);
      if (here === undefined) member.marks.set(sentence, [mark]);
      else here.push(mark);
      this.#unsettled(member).add(sentence);
    });
    member.own.add(mark);
  }

  /** Nothing happens where none has the id. */
  delete(id: string): void {
    const mark = this.#marks.get(id);
    if (mark === undefined) return;
    this.#marks.delete(id);
    const member = this.#member(mark.author);
    this.#eachSentence(mark.target, (sentence) => {
      const left = (member.marks.get(sentence) ?? []).filter((one) => one !== mark);
      if (left.length > 0) member.marks.set(sentence, left);
      else member.marks.delete(sentence);
      this.#unsettled(member).add(sentence);
    });
    member.own.delete(mark);
    this.#forget(mark.author);
  }

  /** Up to where the member is done; null when they take it back. */
  done(name: string, upTo: number | null): void {
    const member = this.#member(name);
    const [from, to] = [member.upTo ?? 0, upTo ?? 0].sort((a, b) => a - b) as [number, number];
    member.upTo = upTo;
    const nothing = this.#known.indexOf(NOTHING);
    for (let at = this.#firstAt(from); at < this.#sentences.length; at += 1) {
      const [start, end] = this.#sentences[at] as Sentence;
      if (start >= to) break;
      const vote = member.row[at];
      // Any other vote is that of a mark, which stands whether they are done or not.
      if (vote === MISSING || vote === nothing)
        this.#set(member, at, end <= (upTo ?? 0) ? nothing : MISSING);
    }
    this.#forget(name);
  }

  /** All that is known of a member goes. */
  leave(name: string): void {
    const member = this.#members.get(name);
    if (member === undefined) return;
    this.done(name, null);
    for (const { id } of member.own) this.delete(id);
  }

  /** By member, for each sentence what they gave it; null where nothing is known. Who neither tagged anything nor is done is not in it. */
  votes(): Map<string, (Vote | null)[]> {
    this.#settle();
    const rows = [...this.#members].map(([name, { row }]) => {
      const votes = Array.from(row, (value) => this.#known.values[value] ?? null);
      return [name, votes] as const;
    });
    return new Map(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Its rows change with the next event. */
  ratings(): Ratings {
    this.#settle();
    return {
      units: this.#sentences.length,
      values: this.#known.values,
      rows: [...this.#members.values()].map(({ row }) => row),
    };
  }

  /** The row of one member in `ratings`; undefined for who is not in it. */
  rowOf(name: string): Int32Array | undefined {
    this.#settle();
    return this.#members.get(name)?.row;
  }

  /** Which sentences a passage meets. */
  sentencesOf(passage: Stretch): number[] {
    const met: number[] = [];
    this.#eachSentence(passage, (sentence) => met.push(sentence));
    return met;
  }

  unitCounts(): UnitCounts {
    this.#settle();
    const values = [...this.#known.values];
    const units = this.#sentences.length;
    const counts = new Int32Array(units * values.length);
    for (const value of values.keys())
      for (let unit = 0; unit < units; unit += 1)
        counts[unit * values.length + value] = this.#counts[value]?.[unit] ?? 0;
    return { units, values, counts, voters: this.#voters.slice() };
  }

  #member(name: string): Member {
    const known = this.#members.get(name);
    if (known !== undefined) return known;
    const row = new Int32Array(this.#sentences.length).fill(MISSING);
    const member: Member = { row, marks: new Map(), upTo: null, own: new Set() };
    this.#members.set(name, member);
    return member;
  }

  #forget(name: string): void {
    const member = this.#members.get(name);
    if (member?.upTo !== null || member.own.size > 0) return;
    this.#settleMember(member);
    this.#members.delete(name);
  }

  /** The last sentence that begins there or before; the first of all where none does. */
  #firstAt(offset: number): number {
    return Math.max(
      0,
      lastStartingBy(this.#sentences, offset, ([start]) => start),
    );
  }

  #eachSentence({ start: from, end: to }: Stretch, visit: (sentence: number) => void): void {
    for (let at = this.#firstAt(from); at < this.#sentences.length; at += 1) {
      const [start, end] = this.#sentences[at] as Sentence;
      if (start >= to) break;
      if (end > from) visit(at);
    }
  }

  /** Sentences of the member that wait to be looked at: many marks that come at once are looked at once. */
  #unsettled(member: Member): Set<number> {
    const known = this.#waiting.get(member);
    if (known !== undefined) return known;
    const sentences = new Set<number>();
    this.#waiting.set(member, sentences);
    return sentences;
  }

  #settle(): void {
    for (const member of this.#waiting.keys()) this.#settleMember(member);
  }

  #settleMember(member: Member): void {
    for (const sentence of this.#waiting.get(member) ?? []) this.#vote(member, sentence);
    this.#waiting.delete(member);
  }

  #vote(member: Member, at: number): void {
    this.#set(member, at, this.#valueOf(member, at));
  }

  #set({ row }: Member, at: number, value: number): void {
    const before = row[at] ?? MISSING;
    if (value === before) return;
    this.#count(before, at, -1);
    this.#count(value, at, 1);
    row[at] = value;
  }

  /** Silence counts as “nothing here” only from somebody who is done so far. */
  #valueOf({ marks, upTo }: Member, at: number): number {
    const sentence = this.#sentences[at] as Sentence;
    const here = marks.get(at);
    if (here !== undefined) return this.#known.indexOf(mostCovering(sentence, here));
    return upTo !== null && sentence[1] <= upTo ? this.#known.indexOf(NOTHING) : MISSING;
  }

  #count(value: number, at: number, by: 1 | -1): void {
    if (value === MISSING) return;
    const column = (this.#counts[value] ??= new Int32Array(this.#sentences.length));
    column[at] = (column[at] ?? 0) + by;
    this.#voters[at] = (this.#voters[at] ?? 0) + by;
  }
}

const NOTHING: Vote = [];

interface Member {
  /** By sentence, which vote. */
  readonly row: Int32Array;
  /** By sentence, those that meet it. */
  readonly marks: Map<number, TaggedMark[]>;
  /** Also those that meet no sentence. */
  readonly own: Set<TaggedMark>;
  upTo: number | null;
}
