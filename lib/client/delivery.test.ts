import { expect, test } from 'vitest';
import { createDelivery } from './delivery.ts';
import type { KeptWrite } from './kept-writes.ts';

const write = (stamp: string, key = 'ines/record-0001'): KeptWrite => ({
  map: 'annotations',
  key,
  value: null,
  stamp,
  made: 0,
});

test('an update before the first step 2 proves nothing; that step 2 carries its writes', () => {
  const delivery = createDelivery();
  delivery.carry([write('a')], () => delivery.sent('update'));
  expect(delivery.durable(1)).toEqual([]);
  delivery.sent('step2');
  expect(delivery.durable(1)).toEqual([]);
  expect(delivery.durable(2)).toEqual([write('a')]);
  expect(delivery.durable(2)).toEqual([]);
});

test('a write is durable with the message that carried it, not before', () => {
  const delivery = createDelivery();
  delivery.sent('step2');
  delivery.carry([write('a')], () => delivery.sent('update'));
  delivery.carry([write('b')], () => delivery.sent('update'));
  expect(delivery.durable(2)).toEqual([write('a')]);
  expect(delivery.inFlight()).toEqual([write('b')]);
});

test('what no open socket took waits for the next connection', () => {
  const delivery = createDelivery();
  delivery.sent('step2');
  delivery.carry([write('a')], () => undefined);
  expect(delivery.durable(9)).toEqual([]);
  delivery.disconnected();
  delivery.sent('step2');
  expect(delivery.durable(1)).toEqual([write('a')]);
});

test('a count does not reach over a lost connection', () => {
  const delivery = createDelivery();
  delivery.sent('step2');
  delivery.carry([write('a')], () => delivery.sent('update'));
  delivery.disconnected();
  expect(delivery.inFlight()).toEqual([]);
  expect(delivery.durable(5)).toEqual([]);
  expect(delivery.holds(write('a'))).toBe(true);
});

test('a write without effect is durable with the last write of its key', () => {
  const delivery = createDelivery();
  delivery.sent('step2');
  expect(delivery.joinEarlier(write('z'))).toBe(false);
  delivery.carry([write('a')], () => delivery.sent('update'));
  expect(delivery.joinEarlier(write('b'))).toBe(true);
  expect(delivery.joinEarlier(write('c', 'ines/record-0002'))).toBe(false);
  expect(delivery.durable(2)).toEqual([write('a'), write('b')]);
});
