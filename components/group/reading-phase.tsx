'use client';
import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Menu, MenuItem, MenuLine } from '#components/ui/menu.tsx';
import { Time } from '#components/ui/time.tsx';
import { type Phase, PHASES } from '#lib/permission/can.ts';
import { DueDialog } from './due-dialog.tsx';
import type { GroupReading } from './group-reading.ts';
import { PHASE_DEEDS, PHASE_EFFECTS, PHASE_MEANINGS } from './phase-words.ts';
import { RevealDialog } from './reveal-dialog.tsx';
import styles from './readings.module.css';

type Open = { what: 'phase'; phase: Phase } | { what: 'due' } | { what: 'reveal' } | null;

/** A reading's phase and due date, and the ways to change them. */
export function ReadingPhase({ reading }: { reading: GroupReading }) {
  const router = useRouter();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const { id, title, phase, due } = reading;
  const next = open?.what === 'phase' ? open.phase : phase;

  async function enter(): Promise<string | null> {
    const answer = await askServer('PATCH', `/api/readings/${id}`, { phase: next });
    if (!answer.ok) return answer.error;
    router.refresh();
    return null;
  }
  /** To open a blind reading is to reveal it. */
  function ask(to: Phase): void {
    setOpen(phase === 'blind' && to === 'open' ? { what: 'reveal' } : { what: 'phase', phase: to });
  }

  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link href={`/readings/${id}`}>{title}</Link>
        <small>
          {PHASE_MEANINGS[phase]}
          {due !== null && (
            <>
              {' · due '}
              <Time iso={due} withHour />
            </>
          )}
        </small>
      </div>
      {phase === 'blind' && <Button onClick={() => setOpen({ what: 'reveal' })}>Reveal</Button>}
      <Menu
        label={`What you can do with ${title}`}
        iconOnly
        button={<Ellipsis size={18} aria-hidden="true" />}
      >
        {PHASES.filter((other) => other !== phase).map((other) => (
          <MenuItem key={other} onSelect={() => ask(other)}>
            {PHASE_DEEDS[other]}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem onSelect={() => setOpen({ what: 'due' })}>
          {due === null ? 'Set a due date' : 'Change the due date'}
        </MenuItem>
        {phase === 'closed' && (
          <MenuItem onSelect={() => setOpen({ what: 'reveal' })}>Reveal what is at desks</MenuItem>
        )}
      </Menu>
      <ConfirmDialog
        title={`${PHASE_DEEDS[next]}: “${title}”?`}
        action={PHASE_DEEDS[next]}
        open={open?.what === 'phase'}
        onClose={close}
        onConfirm={enter}
      >
        <p>{PHASE_EFFECTS[next]} It holds at once, in open windows too.</p>
      </ConfirmDialog>
      {open?.what === 'reveal' && <RevealDialog reading={reading} onClose={close} />}
      {open?.what === 'due' && <DueDialog reading={reading} onClose={close} />}
    </li>
  );
}
