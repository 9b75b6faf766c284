export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** The cookie that keeps it, so that the server renders the right theme at once. */
export const THEME_COOKIE = 'theme';

export function themeFromCookie(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system';
}
