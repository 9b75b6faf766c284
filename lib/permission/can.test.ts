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
  'notes.read',
  'notes.write',
];
const allowed = (asker: Asker): Action[] => actions.filter((action) => can(asker, action));

describe('can, as the contract’s table says', () => {
  it.each<[string, Asker, Action[]]>([
    ['nobody', { role: null, phase: 'open' }, []],
    ['an instructor', { role: 'instructor', phase: 'open' }, actions],
    [
      'an annotator',
      { role: 'annotator', phase: 'open' },
      [
        'group.read',
        'reading.read',
        'shared.read',
        'shared.write',
        'shared.assess',
        'notes.read',
        'notes.write',
      ],
    ],
    [
      'an observer',
      { role: 'observer', phase: 'open' },
      ['group.read', 'reading.read', 'shared.read', 'notes.read'],
    ],
    [
      'an annotator for whom it is blind',
      { role: 'annotator', phase: 'blind', blindForThem: true },
      ['group.read', 'reading.read'],
    ],
    [
      'an annotator of a closed reading',
      { role: 'annotator', phase: 'closed' },
      ['group.read', 'reading.read', 'shared.read', 'shared.assess', 'notes.read'],
    ],
    [
      'an instructor of a closed reading',
      { role: 'instructor', phase: 'closed' },
      actions.filter((action) => action !== 'shared.write' && action !== 'notes.write'),
    ],
  ])('%s', (_, asker, expected) => {
    expect(allowed(asker)).toEqual(expected);
  });
});

const owned: Action[] = [
  'desk.read',
  'desk.write',
  'desk.assess',
  'private.read',
  'private.write',
  'feedback.read',
  'feedback.write',
];
const BLIND = { phase: 'blind', blindForThem: true } as const;
const STILL_BLIND = { phase: 'closed', blindForThem: true } as const;
const OPEN = { phase: 'open', blindForThem: false } as const;

describe('[V1] [V2] can, in places that are somebody’s own', () => {
  it.each<[string, Asker, Action[]]>([
    [
      'an annotator at their own, blind',
      { role: 'annotator', own: true, ...BLIND },
      owned.filter((action) => action !== 'feedback.write'),
    ],
    [
      'an annotator at their own, closed before the reveal',
      { role: 'annotator', own: true, ...STILL_BLIND },
      ['desk.read', 'desk.assess', 'private.read', 'private.write', 'feedback.read'],
    ],
    [
      'an annotator at their own, not blind',
      { role: 'annotator', own: true, ...OPEN },
      ['private.read', 'private.write', 'feedback.read'],
    ],
    ['an annotator at another’s, blind', { role: 'annotator', own: false, ...BLIND }, []],
    ['an annotator at another’s, not blind', { role: 'annotator', own: false, ...OPEN }, []],
    [
      'an observer at their own, blind',
      { role: 'observer', own: true, ...BLIND },
      ['desk.read', 'private.read', 'private.write'],
    ],
    ['an observer at another’s', { role: 'observer', own: false, ...OPEN }, []],
    [
      'an instructor at another’s, blind',
      { role: 'instructor', own: false, ...BLIND },
      ['desk.read', 'feedback.read', 'feedback.write'],
    ],
    [
      'an instructor at another’s, closed',
      { role: 'instructor', own: false, ...STILL_BLIND },
      ['desk.read', 'feedback.read'],
    ],
    ['who is no member', { role: null, own: true, ...BLIND }, []],
  ])('%s', (_, asker, expected) => {
    expect(owned.filter((action) => can(asker, action))).toEqual(expected);
  });
});
