import { cpus, totalmem } from 'node:os';
import { CAN_PIN, DRIVER_CORE, SERVER_CORE } from './cores.ts';

/** The machine in a sentence, without its name or paths. */
export function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const cores = CAN_PIN
    ? `servers kept on core ${SERVER_CORE}, the driver on core ${DRIVER_CORE}`
    : 'servers and driver on whatever core the system gives them';
  return `${processors.length} cores (${model}), ${memory} GB, Linux, Node ${process.versions.node}; ${cores}.`;
}
