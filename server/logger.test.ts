import { expect, test } from 'vitest';
import { loggedError } from './logger.ts';

const SECRET = 'Zwetschgenknödel';

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test.each([
  ['JSON that breaks', () => JSON.parse(SECRET)],
  ['JSON that breaks late', () => JSON.parse(`{"comment": "${SECRET}" ${SECRET}`)],
  ['a sentence of ours', () => fail(`no record “${SECRET}” here`)],
  ['quotes inside quotes', () => fail(`bad value "a "${SECRET}" b"`)],
  ['a message of several lines', () => fail(`bad value\n${SECRET}`)],
  ['a cause', () => fail('loading failed', new Error(`bad value '${SECRET}'`))],
  ['a string', () => SECRET],
  ['an object', () => ({ comment: SECRET })],
])('[O3] what people wrote is not logged: %s', (_what, work) => {
  const logged = JSON.stringify(loggedError(thrownBy(work)));
  expect(logged).not.toContain(SECRET);
  expect(logged).not.toContain(SECRET.slice(0, 6));
});

test('[O3] an error is still told apart: name, code, what it is about and where', () => {
  const error = Object.assign(new TypeError('no entry of the log set annotations a/1'), {
    code: 7,
  });
  expect(loggedError(error)).toMatchObject({
    type: 'TypeError',
    code: 7,
    message: 'no entry of the log set annotations a/1',
    stack: expect.arrayContaining([expect.stringContaining('logger.test.ts')]),
  });
});

function fail(message: string, cause?: unknown): never {
  throw new Error(message, { cause });
}
