import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('[IP7] a table as CSV: quoted where it must be, and nothing in it is a formula', () => {
  const rows = [
    ['He said "no", and left', 3],
    ['=1+1', -0.5],
    ['two\nlines', 0],
  ];
  expect(csvOf({ head: ['words', 'marks'], rows })).toBe(
    '\uFEFFwords,marks\r\n"He said ""no"", and left",3\r\n\'=1+1,-0.5\r\n"two\nlines",0\r\n',
  );
});
