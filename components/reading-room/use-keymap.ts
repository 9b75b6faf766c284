import { useEffect } from 'react';
import { forgetTypedAhead, isTypedAhead } from '#components/composer/typed-ahead.ts';
import { commandFor } from './commands/command-for.ts';
import { COMMANDS } from './commands/commands.ts';
import { isForRoom } from './plain-key.ts';
import type { Room } from './room.ts';

/** The room's one listener for keys: does what the tables of commands say, or keeps them for a composer that still loads. */
export function useKeymap(room: Room): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!isForRoom(event)) return;
      if (room.state.writing.get() !== null && isTypedAhead(event)) return event.preventDefault();
      const command = commandFor(COMMANDS, room, event);
      if (command === null) return;
      event.preventDefault();
      command.run(room, event);
    };
    document.addEventListener('keydown', press);
    const end = room.state.writing.subscribe(() => {
      if (room.state.writing.get() === null) forgetTypedAhead();
    });
    return () => {
      document.removeEventListener('keydown', press);
      end();
    };
  }, [room]);
}
