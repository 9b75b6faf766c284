import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { type Theme, THEME_COOKIE, themeFromCookie } from '#components/ui/theme.ts';
import { fontClasses } from './fonts.ts';
import '#components/ui/tokens.css';
import './globals.css';

const PAPER = { light: '#fcfaf6', dark: '#14171a' };

export const metadata: Metadata = {
  title: { default: 'Postil', template: '%s · Postil' },
  description:
    'Read the same article together, tag its passages as fact, prediction or opinion, and see the tags add up.',
  robots: { index: false },
};

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme();
  if (theme !== 'system') return { themeColor: PAPER[theme] };
  return {
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: PAPER.light },
      { media: '(prefers-color-scheme: dark)', color: PAPER.dark },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await chosenTheme();
  return (
    <html lang="en" className={fontClasses} data-theme={theme === 'system' ? undefined : theme}>
      <body>{children}</body>
    </html>
  );
}

async function chosenTheme(): Promise<Theme> {
  return themeFromCookie((await cookies()).get(THEME_COOKIE)?.value);
}
