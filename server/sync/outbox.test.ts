import { Duplex } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Outbox } from './outbox.ts';

/** A network that notes what each write brings. */
function network() {
  const writes: string[][] = [];
  const wire = new Duplex({
    read() {},
    write(chunk, _encoding, done) {
      writes.push([String(chunk)]);
      done();
    },
    writev(chunks, done) {
      writes.push(chunks.map(({ chunk }) => String(chunk)));
      done();
    },
  });
  return { wire, writes };
}

const frame = (name: string): Buffer => Buffer.from(name);

describe('outbox', () => {
  it('[D11] the frames of one turn leave in one write, in order', async () => {
    const { wire, writes } = network();
    const outbox = new Outbox(wire);
    outbox.add(frame('a'));
    outbox.add(frame('b'));
    expect(writes).toEqual([]);
    await nextTurn();
    outbox.add(frame('c'));
    await nextTurn();
    expect(writes).toEqual([['a', 'b'], ['c']]);
  });

  it('[D11] what is sent at once is not sent again', async () => {
    const { wire, writes } = network();
    const outbox = new Outbox(wire);
    outbox.add(frame('a'));
    outbox.send();
    wire.write('close');
    await nextTurn();
    expect(writes).toEqual([['a'], ['close']]);
  });

  it('[Q7] what waits for the end of the turn counts as unsent', async () => {
    const { wire } = network();
    const outbox = new Outbox(wire);
    outbox.add(frame('four'));
    expect(outbox.waitingBytes).toBe(4);
    await nextTurn();
    expect(outbox.waitingBytes).toBe(0);
  });

  it('[D11] a network that ended within the turn is left alone', async () => {
    const { wire, writes } = network();
    const outbox = new Outbox(wire);
    const errors: Error[] = [];
    wire.on('error', (error) => errors.push(error));
    outbox.add(frame('a'));
    wire.end();
    await nextTurn();
    expect(writes).toEqual([]);
    expect(errors).toEqual([]);
  });
});
