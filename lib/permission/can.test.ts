import { describe, expect, it } from 'vitest';
import { type Action, type Asker, can } from './can.ts';

const actions: Action[] = [
  'group.read',
  'group.manage',
  'reading.read',
  'reading.manage',
  'shared.read',
  'shared.write',
  'shared.assess',
  'shared.moderate',
];
const allowed = (asker: Asker): Action[] => actions.filter((action) => can(asker, action));

describe('can, as the contract’s table says', () => {
  it.each<[string, Asker, Action[]]>([
    ['nobody', { role: null, phase: 'open' }, []],
    ['an instructor', { role: 'instructor', phase: 'open' }, actions],
    [
      'an annotator',
      { role: 'annotator', phase: 'open' },
      ['group.read', 'reading.read', 'shared.read', 'shared.write', 'shared.assess'],
    ],
    [
      'an observer',
      { role: 'observer', phase: 'open' },
      ['group.read', 'reading.read', 'shared.read'],
    ],
    [
      'an annotator for whom it is blind',
      { role: 'annotator', phase: 'blind', blindForThem: true },
      ['group.read', 'reading.read'],
    ],
    [
      'an annotator of a closed reading',
      { role: 'annotator', phase: 'closed' },
      ['group.read', 'reading.read', 'shared.read', 'shared.assess'],
    ],
    [
      'an instructor of a closed reading',
      { role: 'instructor', phase: 'closed' },
      actions.filter((action) => action !== 'shared.write'),
    ],
  ])('%s', (_, asker, expected) => {
    expect(allowed(asker)).toEqual(expected);
  });
});
