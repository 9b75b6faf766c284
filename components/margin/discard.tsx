'use client';
import { AskTwice } from './ask-twice.tsx';

/** Throws unsent words away, asking first: they are nowhere else. */
export function Discard({ onConfirm }: { onConfirm: () => void }) {
  return <AskTwice action="Discard" question="Discard these words?" onConfirm={onConfirm} />;
}
