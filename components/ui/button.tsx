import type { ComponentProps } from 'react';
import { type ButtonKind, buttonLook } from './button-look.ts';

/** A button that submits nothing unless `type="submit"` says so. */
export function Button({
  kind = 'plain',
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { kind?: ButtonKind }) {
  return <button {...rest} type={type} className={buttonLook(kind, className)} />;
}
