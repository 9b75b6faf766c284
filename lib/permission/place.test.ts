import { describe, expect, it } from 'vitest';
import { nameOfPlace, ownerOfPlace, parsePlace, workPlace } from './place.ts';

describe('places of a reading', () => {
  it.each(['shared', 'notes', 'desk/u_1-a', 'private/u1', 'feedback/u1'])('%s is one', (name) => {
    const place = parsePlace(name);
    expect(place === null ? null : nameOfPlace(place)).toBe(name);
  });

  it.each([
    '',
    'desk',
    'desk/',
    'shared/u1',
    'notes/u1',
    'desk/u1#2',
    'desk/u1/x',
    `desk/${'u'.repeat(41)}`,
    'constructor',
  ])('“%s” is none', (name) => {
    expect(parsePlace(name)).toBeNull();
  });

  it('some are somebody’s own', () => {
    expect(ownerOfPlace({ kind: 'desk', owner: 'u1' })).toBe('u1');
    expect(ownerOfPlace({ kind: 'notes' })).toBeNull();
  });

  it('work goes to the desk while it is blind for a member, to `shared` for everybody else', () => {
    const blindForThem = true;
    expect(workPlace({ role: 'annotator', blindForThem }, 'u1')).toBe('desk/u1');
    expect(workPlace({ role: 'observer', blindForThem }, 'u1')).toBe('desk/u1');
    expect(workPlace({ role: 'instructor', blindForThem }, 'u1')).toBe('shared');
    expect(workPlace({ role: 'annotator', blindForThem: false }, 'u1')).toBe('shared');
  });
});
