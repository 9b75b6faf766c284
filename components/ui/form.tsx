import type { ComponentProps } from 'react';
import styles from './form.module.css';

/** Fields below one another. */
export function Form({ className, ...rest }: ComponentProps<'form'>) {
  return <form {...rest} className={[styles.form, className].filter(Boolean).join(' ')} />;
}
