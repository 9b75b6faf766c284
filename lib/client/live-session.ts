import { equalityDeep } from 'lib0/function';
import { NO_RECORDS, type Records } from '../annotation/record-set.ts';
import type { RecordMap, RecordOf } from '../annotation/record.ts';
import { observeRecords, readRecords } from '../place/records-place.ts';
import type { Presence, Refusal } from '../protocol/sync.ts';
import { applyWrite, batchesOf, fateOf } from './adoption.ts';
import { recordsWith } from './changed-records.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import type { KeptWrite } from './kept-writes.ts';
import { type MutableObservable, observable } from './observable.ts';
import { othersPresent } from './others-present.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { connectPlace, type PlaceConnection } from './place-connection.ts';
import type {
  PresenceState,
  ReadingSession,
  ReadingSessionOptions,
  RecordWrite,
  RefusedWrite,
  SaveState,
  SessionEnd,
} from './reading-session.ts';
import { sameWhereEqual, snapshotAfter } from './records-snapshot.ts';
import { blamedWrites, isUnnamedTooLarge, sessionEnd } from './refusal.ts';
import { ownSyncUrl, type SessionDevice } from './session-device.ts';

const LATE = {
  rule: 'newer',
  title: 'This was changed elsewhere after you wrote it here. Nothing was overwritten.',
};

/**
 * A session over one Y.Doc at a time. My writes enter the document only while it is in step with the server; before
 * that they wait in the outbox and lie over the snapshot. So no step 2 grows with the time spent offline, and a
 * document that the server refused is thrown away without losing a record.
 */
export class LiveSession implements ReadingSession {
  readonly records: MutableObservable<Records>;
  readonly presence = observable<readonly Presence[]>([]);
  readonly saving = observable<SaveState>({ kind: 'connecting' });
  readonly refused = observable<readonly RefusedWrite[]>([]);
  readonly ended = observable<SessionEnd | null>(null);

  readonly #options: ReadingSessionOptions;
  readonly #device: SessionDevice;
  readonly #outbox: Outbox;
  #delivery: Delivery = createDelivery();
  #connection: PlaceConnection;
  #shown: PresenceState = { cursor: null };
  #reach: 'connecting' | 'live' | 'offline' = 'connecting';
  /** Whether the snapshot follows the present document. */
  #followed = false;
  #closed = false;
  /** What was under way when the connection went away: a refusal without a name is about these. */
  #interrupted: readonly KeptWrite[] = [];
  /** Several of them went in one message, so that its size is no single one's fault. */
  #interruptedTogether = false;
  #firstSync: Promise<void> | null = null;

  constructor(options: ReadingSessionOptions, device: SessionDevice) {
    this.#options = options;
    this.records = observable(options.shownBefore ?? NO_RECORDS);
    this.#device = device;
    this.#outbox = createOutbox(device.kept, () => this.#tell());
    void this.#outbox.load().then(() => this.#layOver(this.#outbox.queue()));
    this.#connection = this.#connect();
  }

  apply(writes: readonly RecordWrite[]): void {
    this.#send(this.#outbox.add(writes));
  }

  put<M extends RecordMap>(map: M, record: RecordOf<M>): void {
    this.apply([{ map, key: record.id, value: record }]);
  }

  remove(map: RecordMap, key: string): void {
    this.apply([{ map, key, value: null }]);
  }

  dismissRefused(key: string): void {
    this.#outbox.dismiss(key);
  }

  showPresence(state: PresenceState | null): void {
    this.#shown = state ?? { cursor: null };
    this.#showMyself(this.#connection);
  }

  close(): void {
    this.#closed = true;
    this.#connection.close();
  }

  #connect(): PlaceConnection {
    const { url, reading, place } = this.#options;
    const delivery = createDelivery();
    const connection = connectPlace(
      { url: url ?? ownSyncUrl(), room: `${reading}/${place}`, Socket: this.#device.Socket },
      {
        synced: () => void this.#synced(connection),
        lost: () => this.#lost(delivery),
        sent: (kind) => delivery.sent(kind),
        // Not within the sending itself: the provider is in the middle of its answer.
        tooLarge: () => queueMicrotask(() => this.#startAnew()),
        durable: (count) => delivery.durable(count).forEach((write) => this.#outbox.settle(write)),
        presence: () => this.#seeOthers(connection),
        ended: (code, refusal) => this.#ended(code, refusal),
      },
    );
    this.#delivery = delivery;
    this.#followed = false;
    this.#showMyself(connection);
    return connection;
  }

  async #synced(connection: PlaceConnection): Promise<void> {
    // Read again what is kept: another tab may have delivered it since this page opened.
    await (this.#firstSync ??= this.#outbox.load());
    const isCurrent = connection === this.#connection && connection.isSynced();
    if (!isCurrent || this.#closed) return;
    this.#reach = 'live';
    this.#adopt(connection);
    if (!this.#followed) this.#follow(connection);
    this.#tell();
  }

  #adopt({ doc }: PlaceConnection): void {
    const waiting = this.#outbox.queue().filter((write) => !this.#delivery.holds(write));
    const fates = Map.groupBy(waiting, (write) => fateOf(doc, write));
    fates.get('there')?.forEach((write) => this.#alreadyThere(write));
    for (const write of fates.get('late') ?? []) {
      if (write.value === null) this.#outbox.settle(write);
      else this.#outbox.refuse(write, LATE);
    }
    for (const batch of batchesOf(fates.get('send') ?? [])) this.#carry(batch);
    this.#giveOut(snapshotAfter(this.records.get(), doc, waiting));
  }

  /** What the server shows is in its log; what I put into the document myself may not be yet. */
  #alreadyThere(write: KeptWrite): void {
    if (!this.#delivery.joinEarlier(write)) this.#outbox.settle(write);
  }

  #follow({ doc }: PlaceConnection): void {
    this.#followed = true;
    this.#giveOut(sameWhereEqual(readRecords(doc), this.records.get()));
    observeRecords(doc, (changes) => {
      this.#giveOut(snapshotAfter(this.records.get(), doc, changes));
    });
  }

  /** Says when, for whoever measures how long it takes until it is seen (User Timing, W3C). */
  #giveOut(records: Records): void {
    const name = `postil:records:${this.#options.place}`;
    performance.clearMarks(name);
    performance.mark(name);
    this.records.set(records);
  }

  #send(writes: readonly KeptWrite[]): void {
    if (this.#reach !== 'live') return this.#layOver(writes);
    const { doc } = this.#connection;
    const isThere = Map.groupBy(writes, (write) => fateOf(doc, write) === 'there');
    isThere.get(true)?.forEach((write) => this.#alreadyThere(write));
    for (const batch of batchesOf(isThere.get(false) ?? [])) this.#carry(batch);
  }

  #carry(writes: readonly KeptWrite[]): void {
    const { doc } = this.#connection;
    this.#delivery.carry(writes, () =>
      doc.transact(() => writes.forEach((write) => applyWrite(doc, write))),
    );
  }

  #layOver(writes: readonly KeptWrite[]): void {
    if (this.#reach === 'live') return;
    this.records.set(recordsWith(this.records.get(), writes));
  }

  #lost(delivery: Delivery): void {
    if (this.#closed) return;
    this.#interrupted = delivery.inFlight();
    this.#interruptedTogether = delivery.sentTogether();
    delivery.disconnected();
    this.#reach = 'offline';
    this.#tell();
  }

  #ended(code: number, refusal: Refusal | null): void {
    if (this.#interruptedTogether && isUnnamedTooLarge(code, refusal)) return this.#startAnew();
    const queue = this.#outbox.queue();
    const blamed = blamedWrites(code, refusal, queue, this.#interrupted);
    if (blamed.length === 0) {
      this.#reach = 'offline';
      this.ended.set(sessionEnd(code, refusal));
      this.#tell();
      return;
    }
    const { title, rule } = { rule: '', ...refusal, title: sessionEnd(code, refusal).title };
    for (const write of blamed) this.#outbox.refuse(write, { title, rule });
    this.#startAnew();
  }

  /** The document holds what the server refused, or more than one message takes: put the rest into a new one. */
  #startAnew(): void {
    if (this.#closed) return;
    this.#interruptedTogether = false;
    this.#connection.close();
    this.#reach = 'connecting';
    this.#connection = this.#connect();
    this.#tell();
  }

  #showMyself({ awareness }: PlaceConnection): void {
    if (this.#options.onlooker) return awareness.setLocalState(null);
    const { id, name } = this.#options.user;
    awareness.setLocalState({ user: { id, name, color: '' }, ...this.#shown });
  }

  #seeOthers({ awareness }: PlaceConnection): void {
    const others = othersPresent(awareness, this.#options.user.id);
    if (!equalityDeep(others, this.presence.get())) this.presence.set(others);
  }

  #tell(): void {
    if (this.#closed) return;
    const saving = this.#saveState();
    if (!equalityDeep(saving, this.saving.get())) this.saving.set(saving);
    const refused = this.#outbox.refused().map(asRefused);
    if (!equalityDeep(refused, this.refused.get())) this.refused.set(refused);
  }

  #saveState(): SaveState {
    const kept = this.#outbox.kept();
    const volatile = this.#outbox.volatile ? { volatile: true as const } : {};
    if (this.#reach === 'connecting') return { kind: 'connecting' };
    if (this.#reach === 'offline') return { kind: 'offline', kept, ...volatile };
    if (this.#outbox.queue().length === 0) return { kind: 'saved' };
    return { kind: 'saving', kept, ...volatile };
  }
}

function asRefused({ map, key, value, refusal }: KeptWrite): RefusedWrite {
  return { map, key, value, title: refusal?.title ?? '', rule: refusal?.rule ?? '' };
}
