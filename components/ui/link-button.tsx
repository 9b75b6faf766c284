import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonKind, buttonLook } from './button-look.ts';

/** A link that looks like a button, for going somewhere. */
export function LinkButton({
  kind = 'plain',
  className,
  ...rest
}: ComponentProps<typeof Link> & { kind?: ButtonKind }) {
  return <Link {...rest} className={buttonLook(kind, className)} />;
}
