import { machine } from '../machine.ts';
import { CAN_PIN, DRIVER_CORE, SERVER_CORE } from './cores.ts';

/** The machine in a sentence, and where servers and driver ran. */
export function pinnedMachine(): string {
  const cores = CAN_PIN
    ? `servers kept on core ${SERVER_CORE}, the driver on core ${DRIVER_CORE}`
    : 'servers and driver on whatever core the system gives them';
  return `${machine()}; ${cores}.`;
}
