import Link from 'next/link';
import type { ComponentProps } from 'react';
import styles from './button.module.css';

/** `main`: the one thing to do here. `plain`: bordered. `quiet`: words only. `danger`: cannot be undone. */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger';

const looks: Record<ButtonKind, string | undefined> = {
  main: styles.main,
  plain: styles.plain,
  quiet: styles.quiet,
  danger: styles.danger,
};

function classesOf(kind: ButtonKind, more: string | undefined): string {
  return [styles.button, looks[kind], more].filter(Boolean).join(' ');
}

interface Look {
  kind?: ButtonKind;
}

/** A button that submits nothing unless `type="submit"` says so. */
export function Button({
  kind = 'plain',
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Look) {
  return <button {...rest} type={type} className={classesOf(kind, className)} />;
}

/** A link that looks like a button, for going somewhere. */
export function LinkButton({
  kind = 'plain',
  className,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return <Link {...rest} className={classesOf(kind, className)} />;
}
