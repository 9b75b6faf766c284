import type { ReactNode } from 'react';
import styles from './page.module.css';

/** The page's content under its top bar. `narrow` is for forms and a few words, `wide` for everything else. */
export function Page({
  width = 'wide',
  children,
}: {
  width?: 'wide' | 'narrow';
  children: ReactNode;
}) {
  return (
    <main id="main" tabIndex={-1} className={width === 'wide' ? styles.wide : styles.narrow}>
      {children}
    </main>
  );
}

/** The page's name, with a quiet line below and what can be done at the right. */
export function PageHead({
  title,
  below,
  children,
}: {
  title: string;
  below?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles.head}>
      <div>
        <h1 className={styles.title}>{title}</h1>
        {below !== undefined && <div className={styles.below}>{below}</div>}
      </div>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
