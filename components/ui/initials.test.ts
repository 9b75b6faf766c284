import { expect, it } from 'vitest';
import { initials } from './initials.ts';

it.each([
  ['Anna Baum', 'AB'],
  ['Anna Baum (2)', 'A2'],
  ['Ben (2)', 'B2'],
  ['Ben Noor (12)', 'B12'],
  ['Ana María de la Cruz', 'AC'],
  ['Cher', 'CH'],
  ['é', 'É'],
  ['e\u0301a', 'E\u0301A'],
  ['李 小龍', '李小'],
  ['  ', '?'],
])('%s gives %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
