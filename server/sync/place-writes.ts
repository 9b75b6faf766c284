import type { Append, AppendOutcome, NewEntry } from '../store/log.ts';
import { CatchUp } from './catch-up.ts';
import type { Connection } from './connection.ts';
import type { DurableUpdate } from './durable-place.ts';
import type { CommitSource, GroupCommit } from './group-commit.ts';
import type { Effect, Verdict } from './judge/judge.ts';
import type { Before } from './judge/place-view.ts';
import type { JudgedPlace, PlaceWriter } from './judged-place.ts';
import { type PlaceSource, readPlace } from './read-place.ts';

/** A step 2 or update on its way into the log. */
export interface Write {
  update: Uint8Array;
  /** Has the update already, so does not get it again; null for the server's own. */
  origin: Connection | null;
  /** Whose entry it will be. */
  userId: string;
  /** Who writes, and what they may do at this moment. */
  writer(): PlaceWriter;
  /** May build on what the server lacks and then be dropped (J19). */
  mayLack: boolean;
  /** It passed, or holds nothing new. */
  taken(): void;
  /** All its effects are in the log. */
  settled(): void;
  /** Dropped: it builds on what the connection's first step 2 will bring. */
  lacking(): void;
  turnedAway(verdict: TurnedAway): void;
  /** For a reveal (J24): the sealed desk that this brings, noted with it in one transaction; no limits hold. */
  reveals?: string;
  /** For the server's own: it will not be in the log. Clients hear it from their socket's end. */
  failed?(error: unknown): void;
}

export type TurnedAway = Extract<Verdict, { kind: 'missing' | 'refused' | 'malformed' }>;

export interface PlaceWritesDeps<Judged extends JudgedPlace> {
  commits: GroupCommit;
  source: PlaceSource<Judged>;
  /** An update is in the log. `origin`: who sent it; null when another process appended it. */
  onDurable: (durable: DurableUpdate, origin: Connection | null) => void;
  /** The place was sealed: nothing more goes into it. */
  onSealed: () => void;
  /** Phase or roles changed: resolves when every open connection's standing was read again. */
  onEpoch: () => Promise<void>;
  /** What was folded in will not be in the log: nothing here is to be believed any more. */
  onBroken: (error: unknown) => void;
}

/** `effects` and `before` are null for a write without news: it only waits for what was queued before it. */
type Queued = { write: Write } & (
  | { effects: readonly Effect[]; before: Before }
  | { effects: null; before: null }
);

/**
 * The one way into a place's log: judge, fold, queue, commit, and only then show. The judge's state runs
 * ahead of the log by what is queued. When an append meets another process's entries, the state is made anew
 * from the log and everything queued is judged again (J20).
 */
export class PlaceWrites<Judged extends JudgedPlace = JudgedPlace> implements CommitSource {
  readonly #deps: PlaceWritesDeps<Judged>;
  #judged: Judged;
  #head: number;
  #epoch: number;
  #waiting: Queued[] = [];
  #inFlight: Queued[] = [];
  /** What sealing left out of the log; the index holds it all the same until it is made anew. */
  #dropped: Queued[] = [];
  #flightEnd = Promise.withResolvers<void>();
  readonly #catchUp: CatchUp;
  /** An append has met another process's entries, which are not read yet: the next would meet them too. */
  #behind = false;
  #broken = false;
  #sealed = false;

  /** `judged`: what the entries up to `head` amount to. */
  constructor(
    deps: PlaceWritesDeps<Judged>,
    { judged, head, epoch }: { judged: Judged; head: number; epoch: number },
  ) {
    this.#deps = deps;
    this.#catchUp = new CatchUp(() => this.#readTail(), deps.commits);
    this.#judged = judged;
    this.#head = head;
    this.#epoch = epoch;
    this.#flightEnd.resolve();
  }

  get idle(): boolean {
    return this.#waiting.length === 0 && this.#inFlight.length === 0 && this.#catchUp.idle;
  }

  get judged(): Judged {
    return this.#judged;
  }

  /** What was there before each update that is not in the log, oldest first; good until something is queued or committed. */
  past(): Before[] {
    const queued = [...this.#inFlight, ...this.#dropped, ...this.#waiting];
    return queued.flatMap(({ before }) => before ?? []);
  }

  userOf(client: number): string | undefined {
    return this.#judged.clientIds.userOf(client);
  }

  /** Keeps a client id that others have seen for its user, before anything is written with it (J14). */
  claimClient(client: number, userId: string): void {
    const { clientIds, limits } = this.#judged;
    const free = clientIds.userOf(client) === undefined;
    if (free && clientIds.countOf(userId) < limits.clientIdsPerMember)
      clientIds.claim(client, userId);
  }

  /** After the log was sealed: takes nothing more, and resolves when all that is in the log was shown. */
  async seal(): Promise<void> {
    this.#sealed = true;
    this.#drop(this.#waiting);
    await this.#catchUp.ask();
  }

  /** Judges and queues. Gives a promise when the answer needs the head of the log: let nothing pass it. */
  submit(write: Write): Promise<void> | null {
    if (this.#broken || this.#sealed) return null;
    const verdict = this.#judge(write);
    if (verdict.kind === 'nothing' || verdict.kind === 'pass') this.#take(write, verdict);
    else if (verdict.kind === 'malformed') write.turnedAway(verdict);
    else if (verdict.kind === 'missing' && write.mayLack) write.lacking();
    else return this.#submitAtHead(write);
    return null;
  }

  /** Settles the write once its content is in the log; does nothing when it is not even queued. */
  settleIfKnown(write: Write): void {
    if (this.#broken || this.#sealed) return;
    const verdict = this.#judge(write);
    if (verdict.kind === 'nothing') this.#take(write, verdict);
  }

  async #submitAtHead(write: Write): Promise<void> {
    await this.#catchUp.ask();
    if (this.#broken) write.failed?.(new Error('The place was closed.'));
    else if (!this.#sealed) this.#judgeFinally(write);
  }

  #judge(write: Write): Verdict {
    return this.#judged.judge(write.update, write.writer(), write.reveals !== undefined);
  }

  /** Judges against the head of the log: what is not right now never will be. */
  #judgeFinally(write: Write): void {
    const verdict = this.#judge(write);
    if (verdict.kind === 'nothing' || verdict.kind === 'pass') this.#take(write, verdict);
    else write.turnedAway(verdict);
  }

  #take(write: Write, verdict: Extract<Verdict, { kind: 'nothing' | 'pass' }>): void {
    if (verdict.kind === 'pass') {
      const before = this.#fold(verdict.fold);
      if (before === null) return write.failed?.(new Error('The place was closed.'));
      this.#waiting.push({ write, effects: verdict.effects, before });
      this.#deps.commits.request(this, write.update.length);
    } else if (write.reveals !== undefined) {
      this.#waiting.push({ write, effects: null, before: null });
      this.#deps.commits.request(this, 0);
    } else if (this.#waiting.length === 0 && this.#inFlight.length === 0) write.settled();
    else this.#waiting.push({ write, effects: null, before: null });
    write.taken();
  }

  /** Never to be in the log, and looked past from now on. `writes` came before all that was dropped until now. */
  #drop(writes: readonly Queued[]): void {
    this.#dropped = [...writes, ...this.#dropped];
    this.#waiting = [];
  }

  /** A fold that fails half-way leaves a state that judges wrongly. */
  #fold(fold: () => Before): Before | null {
    try {
      return fold();
    } catch (error) {
      this.failed(error);
      return null;
    }
  }

  takeAppend(): Append | null {
    const mayAppend = !this.#catchUp.reading && !this.#behind && !this.#sealed;
    if (!mayAppend || this.#waiting.length === 0) return null;
    this.#inFlight = this.#waiting;
    this.#waiting = [];
    this.#flightEnd = Promise.withResolvers();
    const entries: NewEntry[] = this.#inFlight
      .filter(({ effects }) => effects !== null)
      .map(({ write }) => ({ user: write.userId, update: write.update }));
    const reveals = this.#inFlight.flatMap(({ write }) => write.reveals ?? []);
    return { ...this.#deps.source.id, head: this.#head, epoch: this.#epoch, entries, reveals };
  }

  committed(outcome: AppendOutcome): void {
    const flight = this.#inFlight;
    this.#inFlight = [];
    this.#flightEnd.resolve();
    if (outcome.kind === 'sealed') {
      this.#sealed = true;
      this.#drop([...flight, ...this.#waiting]);
      return this.#deps.onSealed();
    }
    if (outcome.kind === 'conflict') {
      if (this.#sealed) this.#drop(flight);
      else this.#waiting = [...flight, ...this.#waiting];
      this.#behind = true;
      void this.#catchUp.ask();
      return;
    }
    this.#head = outcome.head;
    this.#show(flight, outcome.at);
    this.#requestCommit();
  }

  failed(error: unknown): void {
    if (this.#broken) return;
    this.#broken = true;
    const lost = [...this.#inFlight, ...this.#waiting];
    this.#waiting = [];
    this.#inFlight = [];
    this.#flightEnd.resolve();
    this.#deps.onBroken(error);
    for (const { write } of lost) write.failed?.(error);
  }

  #show(flight: readonly Queued[], at: number): void {
    for (const { write, effects } of flight)
      if (effects !== null)
        this.#deps.onDurable({ update: write.update, at, effects }, write.origin);
    for (const { write } of flight) write.settled();
  }

  #requestCommit(): void {
    // What only waited for earlier writes has them in the log now.
    while (waitsOnly(this.#waiting[0])) this.#waiting.shift()?.write.settled();
    if (this.#waiting.length > 0) this.#deps.commits.request(this, 0);
  }

  /** Takes in what other processes appended. */
  async #readTail(): Promise<void> {
    try {
      // An append under way would be read back as if another process had made it.
      await this.#flightEnd.promise;
      if (!this.#broken) await this.#takeIn();
    } catch (error) {
      this.failed(error);
    }
    this.#behind = false;
    if (!this.#broken) this.#requestCommit();
  }

  async #takeIn(): Promise<void> {
    const { id, log } = this.#deps.source;
    const { head, epoch } = await log.read(id, this.#head);
    if (head === this.#head && epoch === this.#epoch) return;
    if (epoch !== this.#epoch) await this.#deps.onEpoch();
    await this.#rebuild();
  }

  async #rebuild(): Promise<void> {
    const tail: DurableUpdate[] = [];
    const read = await readPlace(this.#deps.source, this.#head, ({ seq }, durable) => {
      if (seq > this.#head) tail.push(durable);
    });
    this.#judged = read.judged;
    this.#head = read.head;
    this.#epoch = read.epoch;
    const queued = this.#waiting;
    this.#waiting = [];
    this.#dropped = [];
    for (const durable of tail) this.#deps.onDurable(durable, null);
    for (const { write } of queued) this.#judgeFinally(write);
  }
}

/** Brings nothing to the log, not even a reveal. */
function waitsOnly(queued: Queued | undefined): boolean {
  return queued?.effects === null && queued.write.reveals === undefined;
}
