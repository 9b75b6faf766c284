import type { ReactNode } from 'react';
import { Page } from '#components/ui/page.tsx';
import styles from './welcome.module.css';

/** A page for who is not in yet: the name, one heading, a few words, one thing to do. */
export function Welcome({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Page width="narrow">
      <p className={styles.brand}>Postil</p>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.body}>{children}</div>
    </Page>
  );
}
