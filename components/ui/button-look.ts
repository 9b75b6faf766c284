import styles from './button.module.css';

/** `main`: the one thing to do here. `plain`: bordered. `quiet`: words only. `danger`: cannot be undone. */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger';

const looks: Record<ButtonKind, string | undefined> = {
  main: styles.main,
  plain: styles.plain,
  quiet: styles.quiet,
  danger: styles.danger,
};

/** The classes of what looks like a button. */
export function buttonLook(kind: ButtonKind, more?: string): string {
  return [styles.button, looks[kind], more].filter(Boolean).join(' ');
}
