import { useSyncExternalStore } from 'react';
import { type Theme, THEME_COOKIE, themeFromCookie } from './theme.ts';

const YEAR = 365 * 24 * 3600;
const listeners = new Set<() => void>();

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

const shownTheme = (): Theme => themeFromCookie(document.documentElement.dataset['theme']);

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, shownTheme, () => 'system');
}

/** Changes one attribute of `<html>` and nothing else: no reload, no render of the page. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
  for (const listener of listeners) listener();
}
