import Link from 'next/link';
import type { ReactNode } from 'react';
import { ChevronLeft } from 'lucide-react';
import styles from './top-bar.module.css';

interface Props {
  /** Where one came from; without it the bar begins with "Postil". */
  back?: { href: string; label: ReactNode };
  /** Stands beside `back`: the page's name, once it helps. */
  title?: ReactNode;
  /** At the right end. */
  children?: ReactNode;
}

/** The bar of every page with something to go to; its first link skips to the element with the id `main`. */
export function TopBar({ back, title, children }: Props) {
  return (
    <header className={styles.bar}>
      <a href="#main" className={styles.skip}>
        Skip to the content
      </a>
      <nav aria-label="Postil" className={styles.start}>
        {back === undefined ? (
          <Link href="/" className={styles.brand}>
            Postil
          </Link>
        ) : (
          <Link href={back.href} prefetch={false} className={styles.back}>
            <ChevronLeft size={16} aria-hidden="true" />
            {back.label}
          </Link>
        )}
        {title !== undefined && <span className={styles.title}>{title}</span>}
      </nav>
      <div className={styles.end}>{children}</div>
    </header>
  );
}
