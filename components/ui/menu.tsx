'use client';
import Link from 'next/link';
import {
  type ComponentProps,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type ToggleEvent,
  useId,
  useRef,
} from 'react';
import { Button } from './button.tsx';
import styles from './menu.module.css';

interface Props {
  /** What the button shows. */
  button: ReactNode;
  /** What the menu is, in words; the button's name when it shows no words. */
  label: string;
  /** The button shows only a picture, so `label` names it. */
  iconOnly?: boolean;
  /** Which edge of the button the list keeps to. */
  align?: 'start' | 'end';
  children: ReactNode;
}

/** Between button and list; between list and window; the list's least width, as in the styles. Px. */
const [GAP, EDGE, LEAST] = [6, 12, 216];
const ITEM = '[role^="menuitem"]:not(:disabled)';

/** A button with a list of things to do; arrow keys, Home, End and Escape work in it. */
export function Menu({ button, label, iconOnly = false, align = 'end', children }: Props) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  function place({ newState }: ToggleEvent<HTMLDivElement>): void {
    const at = opener.current?.getBoundingClientRect();
    if (newState !== 'open' || at === undefined || list.current === null) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const above = at.top > clientHeight / 2;
    const { style } = list.current;
    style.top = above ? 'auto' : `${at.bottom + GAP}px`;
    style.bottom = above ? `${clientHeight - at.top + GAP}px` : 'auto';
    const room = (above ? at.top : clientHeight - at.bottom) - GAP - EDGE;
    style.maxHeight = `${room}px`;
    // Between both edges it takes the width that it needs, at its button's end.
    const [left, right] = align === 'start' ? [at.left, EDGE] : [EDGE, clientWidth - at.right];
    const inWindow = (inset: number): string =>
      `${Math.max(EDGE, Math.min(inset, clientWidth - LEAST - EDGE))}px`;
    style.left = inWindow(left);
    style.right = inWindow(right);
    style.marginInline = align === 'start' ? '0 auto' : 'auto 0';
  }

  function focusFirst({ newState }: ToggleEvent<HTMLDivElement>): void {
    opener.current?.setAttribute('aria-expanded', String(newState === 'open'));
    if (newState === 'open')
      list.current?.querySelector<HTMLElement>(ITEM)?.focus({ preventScroll: true });
  }

  function closeAfter(event: MouseEvent): void {
    if ((event.target as Element).closest('[role="menuitem"]') !== null)
      list.current?.hidePopover();
  }

  function move(event: KeyboardEvent): void {
    const items = [...(list.current?.querySelectorAll<HTMLElement>(ITEM) ?? [])];
    const now = items.indexOf(document.activeElement as HTMLElement);
    const next = nextIndex(event.key, now, items.length);
    if (event.key === 'Tab') list.current?.hidePopover();
    if (next === null) return;
    event.preventDefault();
    items[next]?.focus();
  }

  return (
    <>
      <Button
        ref={opener}
        kind="quiet"
        className={iconOnly ? styles.icon : undefined}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded="false"
        {...(iconOnly && { 'aria-label': label })}
      >
        {button}
      </Button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className={styles.menu}
        onBeforeToggle={place}
        onToggle={focusFirst}
        onClick={closeAfter}
        onKeyDown={move}
      >
        {children}
      </div>
    </>
  );
}

function nextIndex(key: string, now: number, length: number): number | null {
  if (key === 'ArrowDown') return (now + 1) % length;
  if (key === 'ArrowUp') return (now - 1 + length) % length;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : null;
}

export function MenuItem({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={styles.item} onClick={onSelect}>
      {children}
    </button>
  );
}

export function MenuLink(
  props: Pick<ComponentProps<typeof Link>, 'href' | 'children' | 'aria-current'>,
) {
  return <Link {...props} role="menuitem" tabIndex={-1} className={styles.item} />;
}

/** A hairline between groups of things to do. */
export function MenuLine() {
  return <hr className={styles.line} />;
}

/** Words in a menu that do nothing, e.g. who is signed in. */
export function MenuNote({ children }: { children: ReactNode }) {
  return (
    <p role="presentation" className={styles.note}>
      {children}
    </p>
  );
}
