'use client';
import { Check } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { myDone, switchDone } from './my-done.ts';
import { mayWrite } from './permissions.ts';
import { useRoom } from './room.ts';

/** "I am done", and the way back from it; not for who may not mark. */
export function DoneButton() {
  const room = useRoom();
  const done = myDone(room, useObservable(room.records.work)).length > 0;
  if (!mayWrite(room.page.reading)) return null;
  return (
    <Button
      kind={done ? 'quiet' : 'plain'}
      title={done ? 'You said that you are done with the whole text.' : undefined}
      onClick={() => switchDone(room)}
    >
      {done && <Check size={15} aria-hidden="true" />}
      {done ? 'Done. Take back' : 'I am done'}
    </Button>
  );
}
