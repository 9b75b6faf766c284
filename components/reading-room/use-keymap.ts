import { useEffect } from 'react';
import { commandFor } from './commands/command-for.ts';
import { COMMANDS } from './commands/commands.ts';
import { isForRoom } from './plain-key.ts';
import type { Room } from './room.ts';

/** The room's one listener for keys: does what the tables of commands say. */
export function useKeymap(room: Room): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const command = isForRoom(event) ? commandFor(COMMANDS, room, event) : null;
      if (command === null) return;
      event.preventDefault();
      command.run(room, event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [room]);
}
