import { cpus, totalmem } from 'node:os';

/** The machine in a few words, without its name or paths. */
export function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processors.length} cores (${model}), ${memory} GB, Linux, Node ${process.versions.node}`;
}
