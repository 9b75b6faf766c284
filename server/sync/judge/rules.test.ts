import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULES } from './rules.ts';

it('every rule that a write can break is written down in docs/SYNC.md', () => {
  const text = readFileSync(new URL('../../../docs/SYNC.md', import.meta.url), 'utf8');
  for (const rule of Object.keys(RULES)) expect(text, rule).toContain(`**${rule}**`);
});
