'use client';
import { useEffect } from 'react';
import { useKeyboardInset } from '#components/ui/use-keyboard-inset.ts';

/** Tells the looks what is at work, a mouse or a finger (`data-pointer`), and how high a keyboard on the screen stands. */
export function ByTouch() {
  useKeyboardInset();
  useEffect(() => {
    const { dataset } = document.documentElement;
    const isTouch = window.matchMedia('(pointer: coarse)').matches;
    dataset['pointer'] = isTouch ? 'touch' : 'mouse';
    const press = ({ pointerType }: PointerEvent): void => {
      dataset['pointer'] = pointerType === 'mouse' ? 'mouse' : 'touch';
    };
    document.addEventListener('pointerdown', press, { capture: true });
    return () => {
      document.removeEventListener('pointerdown', press, { capture: true });
      delete dataset['pointer'];
    };
  }, []);
  return null;
}
