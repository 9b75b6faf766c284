import { execFileSync, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The servers have a core to themselves, as far as the machine allows. */
export const SERVER_CORE = 0;
export const DRIVER_CORE = 1;

/** Whether programs can be kept on a core here. */
export const CAN_PIN =
  availableParallelism() > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0;

export function pinned(core: number, command: string[]): string[] {
  return CAN_PIN ? ['taskset', '-c', String(core), ...command] : command;
}

/** Keeps this process, all its threads, on the driver's core. */
export function pinDriver(): void {
  if (CAN_PIN)
    execFileSync('taskset', ['-a', '-c', '-p', String(DRIVER_CORE), String(process.pid)]);
}
