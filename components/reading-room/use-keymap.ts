import { useEffect } from 'react';
import { forgetTypedAhead, isTypedAhead, type LaterField } from '#components/ui/typed-ahead.ts';
import { commandFor } from './commands/command-for.ts';
import { COMMANDS } from './commands/commands.ts';
import { isForRoom } from './plain-key.ts';
import type { Room } from './room.ts';

/** The room's one listener for keys: does what the tables of commands say, or keeps them for a field that still loads. */
export function useKeymap(room: Room): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!isForRoom(event)) return;
      const field = awaitedField(room);
      if (field !== null && isTypedAhead(field, event)) return event.preventDefault();
      const command = commandFor(COMMANDS, room, event);
      if (command === null) return;
      event.preventDefault();
      command.run(room, event);
    };
    document.addEventListener('keydown', press);
    const { finding, writing } = room.state;
    const forget = (): void => {
      if (awaitedField(room) === null) forgetTypedAhead();
    };
    const endings = [finding, writing].map((one) => one.subscribe(forget));
    return () => {
      document.removeEventListener('keydown', press);
      for (const end of endings) end();
    };
  }, [room]);
}

/** The field that has been asked for, there or not. */
function awaitedField({ state }: Room): LaterField | null {
  if (state.writing.get() !== null) return 'composer';
  return state.finding.get() === 'search' ? 'search' : null;
}
