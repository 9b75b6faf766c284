import { parentPort } from 'node:worker_threads';
import type { Call, Reply, Works } from './messages.ts';

/**
 * The thread's side of `call-thread.ts`: answers one call after the other. `handedOver`: what of a value is moved, not copied.
 * Gives what ends the thread once its answers are out.
 */
export function answerCalls<W extends Works<W>>(
  perform: (call: Call<W>) => unknown,
  handedOver: (value: unknown) => ArrayBuffer[] = () => [],
): () => void {
  if (parentPort === null) throw new Error('This module runs as a worker thread.');
  const port = parentPort;
  port.on('message', (call: Call<W>) => {
    const reply = replyTo(call, perform);
    port.postMessage(reply, reply.ok ? handedOver(reply.value) : []);
  });
  return () => port.close();
}

function replyTo<W extends Works<W>>(call: Call<W>, perform: (call: Call<W>) => unknown): Reply {
  try {
    return { id: call.id, ok: true, value: perform(call) };
  } catch (error) {
    return {
      id: call.id,
      ok: false,
      error: error instanceof Error ? error : new Error(String(error)),
    };
  }
}
