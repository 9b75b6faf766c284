import { ArrowLeft, ArrowRight, UsersRound, X } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { DeckMove } from '#lib/insight/deck.ts';
import styles from './present.module.css';

interface HeadProps {
  title: string;
  /** The reading, at the passage that is on. */
  back: string;
  names: boolean;
  onNames: () => void;
}

export function PresentHead({ title, back, names, onNames }: HeadProps) {
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>
        <VisuallyHidden>Contested passages: </VisuallyHidden>
        {title}
      </h1>
      <Button kind="quiet" aria-pressed={names} aria-keyshortcuts="n" title="n" onClick={onNames}>
        <UsersRound size={16} aria-hidden="true" /> {names ? 'Hide names' : 'Show names'}
      </Button>
      <Link href={back} className={styles.leave} aria-label="Back to the reading" title="Escape">
        <X size={20} aria-hidden="true" />
      </Link>
    </header>
  );
}

interface FootProps {
  /** From 0. */
  at: number;
  of: number;
  onMove: (move: DeckMove) => void;
}

export function PresentFoot({ at, of, onMove }: FootProps) {
  return (
    <nav className={styles.foot} aria-label="Contested passages">
      <Button kind="quiet" disabled={at === 0} onClick={() => onMove('previous')}>
        <ArrowLeft size={18} aria-hidden="true" /> Back
      </Button>
      <span className={styles.progress}>
        {at + 1} of {of}
      </span>
      <Button kind="quiet" disabled={at === of - 1} onClick={() => onMove('next')}>
        Next <ArrowRight size={18} aria-hidden="true" />
      </Button>
    </nav>
  );
}
