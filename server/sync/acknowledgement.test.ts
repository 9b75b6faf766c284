import { describe, expect, it } from 'vitest';
import { createAcknowledgement } from './acknowledgement.ts';

function counted() {
  const announced: number[] = [];
  const acknowledgement = createAcknowledgement((count) => announced.push(count));
  return { announced, arrive: () => acknowledgement.arrive() };
}

describe('acknowledgement', () => {
  it('[D9] announces a beginning without holes, whatever the order', async () => {
    const { announced, arrive } = counted();
    const [one, two, three] = [arrive(), arrive(), arrive()];
    three();
    await Promise.resolve();
    expect(announced).toEqual([]);
    one();
    await Promise.resolve();
    expect(announced).toEqual([1]);
    two();
    await Promise.resolve();
    expect(announced).toEqual([1, 3]);
  });

  it('[D9] announces once for all that one commit settled', async () => {
    const { announced, arrive } = counted();
    const settles = [arrive(), arrive(), arrive()];
    for (const settle of settles) settle();
    await Promise.resolve();
    expect(announced).toEqual([3]);
  });

  it('[D10] stops for good at a write that never settles', async () => {
    const { announced, arrive } = counted();
    const first = arrive();
    arrive();
    const third = arrive();
    first();
    third();
    await Promise.resolve();
    expect(announced).toEqual([1]);
  });
});
