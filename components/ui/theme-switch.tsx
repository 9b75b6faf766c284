'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { chooseTheme, useTheme } from './current-theme.ts';
import { type Theme, THEMES } from './theme.ts';
import styles from './theme-switch.module.css';

const NAMES: Record<Theme, string> = { light: 'Light', dark: 'Dark', system: 'As the system' };
const ICONS: Record<Theme, typeof Sun> = { light: Sun, dark: Moon, system: Monitor };

/** Three choices, to stand in a `Menu`. */
export function ThemeSwitch() {
  const shown = useTheme();
  return (
    <div role="group" aria-label="Theme" className={styles.themes}>
      {THEMES.map((theme) => {
        const Icon = ICONS[theme];
        return (
          <button
            key={theme}
            type="button"
            role="menuitemradio"
            aria-checked={shown === theme}
            aria-label={NAMES[theme]}
            title={NAMES[theme]}
            tabIndex={-1}
            className={styles.theme}
            onClick={() => chooseTheme(theme)}
          >
            <Icon size={16} aria-hidden="true" />
          </button>
        );
      })}
    </div>
  );
}
