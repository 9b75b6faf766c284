import { expect, test } from 'vitest';
import type { RecordWrite } from '#lib/client/reading-session.ts';
import { annotation } from '#tests/fixtures/records.ts';
import { createWaitingSession } from './waiting-session.ts';

const mark = annotation('ann', 0, 9, 'fact');
const other = annotation('ann', 10, 15, 'opinion');

function handed(session: ReturnType<typeof createWaitingSession>): (readonly RecordWrite[])[] {
  const sent: (readonly RecordWrite[])[] = [];
  const opened = {
    ...createWaitingSession(),
    apply: (writes: readonly RecordWrite[]) => void sent.push(writes),
  };
  session.handOver(opened);
  session.handOver(opened);
  return sent;
}

test('[C9] what is written before a session is open shows, and goes into it once, each record as it was last', () => {
  const session = createWaitingSession();
  session.put('annotations', mark);
  session.put('annotations', other);
  session.put('annotations', { ...mark, tag: 'prediction' });
  session.remove('annotations', other.id);
  expect([...session.records.get().annotations.values()]).toEqual([{ ...mark, tag: 'prediction' }]);
  expect(session.saving.get()).toEqual({ kind: 'saving', kept: 0 });
  expect(handed(session)).toEqual([
    [
      { map: 'annotations', key: mark.id, value: { ...mark, tag: 'prediction' } },
      { map: 'annotations', key: other.id, value: null },
    ],
  ]);
});

test('nothing is handed over where nothing was written', () => {
  expect(handed(createWaitingSession())).toEqual([]);
});
