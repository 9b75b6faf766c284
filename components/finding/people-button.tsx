'use client';
import { lazy, Suspense, type ToggleEvent, useId, useRef, useState } from 'react';
import { Users } from 'lucide-react';
import styles from './people-button.module.css';

const PeopleList = lazy(async () => ({ default: (await import('./people-list.tsx')).PeopleList }));

/** Everybody: a click on a name shows that person's marks alone. */
export function PeopleButton() {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const toggle = ({ newState }: ToggleEvent): void => {
    setOpen(newState === 'open');
    if (newState === 'open') list.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        className={styles.button}
        popoverTarget={id}
        aria-label="People: whose marks are shown"
        aria-expanded={open}
      >
        <Users size={16} aria-hidden="true" />
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        tabIndex={-1}
        role="dialog"
        aria-label="People"
        className={styles.list}
        onToggle={toggle}
      >
        {open && (
          <Suspense>
            <PeopleList />
          </Suspense>
        )}
      </div>
    </>
  );
}
