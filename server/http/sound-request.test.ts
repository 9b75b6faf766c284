import { describe, expect, it } from 'vitest';
import { isSound } from './sound-request.ts';

const sound = (url: string, host = 'localhost:3000'): boolean =>
  isSound({ url, headers: { host } });

describe('isSound', () => {
  it.each(['/', '/api/me', '/readings/abc?at=3-9', '/join/%C3%A4', '/?q=%ff'])(
    'takes %s',
    (url) => {
      expect(sound(url)).toBe(true);
    },
  );

  it.each(['/api/readings/%E0%A4%A/text', '/join/%ff', '*', ''])('refuses %s', (url) => {
    expect(sound(url)).toBe(false);
  });

  it('refuses a host that is none', () => {
    expect(sound('/', '[')).toBe(false);
  });
});
