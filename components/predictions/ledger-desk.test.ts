import { expect, it, vi } from 'vitest';
import { NO_RECORDS, type Records } from '#lib/annotation/record-set.ts';
import { observable } from '#lib/client/observable.ts';
import type {
  ReadingSession,
  RecordWrite,
  RefusedWrite,
  SaveState,
  SessionEnd,
} from '#lib/client/reading-session.ts';
import { type Ledger, ledgerOf } from '#lib/insight/predictions/ledger-of.ts';
import { fail, ok, type Result } from '#lib/result.ts';
import { createLedgerDesk, type LedgerDesk } from './ledger-desk.ts';
import type { LedgerReading } from './ledger-view.ts';

const FIRST = ledgerOf([], '2026-01-01');
const LATER = ledgerOf([], '2026-01-02');
const READING: LedgerReading = { id: 'one', role: 'annotator', phase: 'open', place: 'shared' };
const WRITES: RecordWrite[] = [{ map: 'assessments', key: 'ann/record-000001', value: null }];

/** A session whose server the test plays. */
function fakeSession() {
  const records = observable<Records>(NO_RECORDS);
  const saving = observable<SaveState>({ kind: 'connecting' });
  const refused = observable<readonly RefusedWrite[]>([]);
  const ended = observable<SessionEnd | null>(null);
  const session = {
    records,
    saving,
    refused,
    ended,
    apply: vi.fn(),
    dismissRefused: vi.fn(),
    close: vi.fn(),
  };
  const change = (): void => records.set({ ...NO_RECORDS });
  return { ...session, change, session: session as unknown as ReadingSession };
}

function deskWith(fetch: () => Promise<Result<Ledger>>) {
  const fake = fakeSession();
  const open = vi.fn(async () => fake.session);
  const onEnd = vi.fn();
  return { fake, open, onEnd, desk: createLedgerDesk(FIRST, { open, fetch, onEnd }) };
}

async function written(desk: LedgerDesk, fake: ReturnType<typeof fakeSession>): Promise<void> {
  desk.write(READING, WRITES);
  await vi.waitFor(() => expect(fake.apply).toHaveBeenCalledWith(WRITES));
}

it('[PP7] the first write opens one session a reading; what the server has leads to its ledger', async () => {
  const { desk, fake, open } = deskWith(async () => ok(LATER));
  await written(desk, fake);
  desk.write(READING, WRITES);
  await vi.waitFor(() => expect(fake.apply).toHaveBeenCalledTimes(2));
  expect(open).toHaveBeenCalledTimes(1);
  fake.change();
  fake.saving.set({ kind: 'saving', kept: 1 });
  expect(desk.ledger.get()).toBe(FIRST);
  expect(desk.status.get()).toBe('Saving …');
  fake.saving.set({ kind: 'saved' });
  await vi.waitFor(() => expect(desk.ledger.get()).toBe(LATER));
  expect(desk.status.get()).toBe('Saved');
});

it('[PP7] changes that come while the ledger is fetched are fetched after it, once', async () => {
  const answers: ((ledger: Ledger) => void)[] = [];
  const { desk, fake } = deskWith(
    () => new Promise((resolve) => answers.push((ledger) => resolve(ok(ledger)))),
  );
  await written(desk, fake);
  fake.saving.set({ kind: 'saved' });
  for (let at = 0; at < 3; at += 1) fake.change();
  expect(answers).toHaveLength(1);
  answers[0]?.(FIRST);
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.(LATER);
  await vi.waitFor(() => expect(desk.ledger.get()).toBe(LATER));
  expect(answers).toHaveLength(2);
});

it('[PP7] offline it says that what I said is kept; without an answer the old figures stay, and why is said', async () => {
  const { desk, fake } = deskWith(async () => fail('Postil does not answer.'));
  await written(desk, fake);
  fake.saving.set({ kind: 'offline', kept: 1 });
  expect(desk.status.get()).toContain('kept on this device');
  fake.change();
  fake.saving.set({ kind: 'saved' });
  await vi.waitFor(() => expect(desk.status.get()).toBe('Postil does not answer.'));
  expect(desk.ledger.get()).toBe(FIRST);
});

it('[PP7] a refusal is said in its words until it is let go', async () => {
  const { desk, fake } = deskWith(async () => ok(LATER));
  await written(desk, fake);
  const write = { ...WRITES[0]!, title: 'This reading is closed.', rule: 'P1' };
  fake.refused.set([write]);
  expect(desk.problem.get()).toBe('This reading is closed.');
  desk.dismiss();
  expect(fake.dismissRefused).toHaveBeenCalledWith(write.key);
  expect(desk.problem.get()).toBeNull();
});

it('[PP7] a session that is over is said, and the next write opens another', async () => {
  const { desk, fake, open, onEnd } = deskWith(async () => ok(LATER));
  await written(desk, fake);
  fake.ended.set({ kind: 'moved', title: 'The reading has moved.' });
  expect(desk.problem.get()).toBe('The reading has moved.');
  expect(onEnd).toHaveBeenCalled();
  desk.write(READING, WRITES);
  await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(2));
});

it('[PP7] a session that cannot be opened is said, and tried again by the next write', async () => {
  const { desk, open } = deskWith(async () => ok(LATER));
  open.mockRejectedValueOnce(new Error('no chunk'));
  desk.write(READING, WRITES);
  await vi.waitFor(() => expect(desk.problem.get()).toContain('Nothing was saved'));
  desk.write(READING, WRITES);
  await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(2));
});
