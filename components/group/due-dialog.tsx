'use client';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { textOf } from '#components/ui/text-of.ts';
import { useRequest } from '#components/ui/use-request.ts';
import type { GroupReading } from './group-reading.ts';
import styles from './readings.module.css';

/** The day and hour until which a group reads, in the time zone of who sets it. */
export function DueDialog({ reading, onClose }: { reading: GroupReading; onClose: () => void }) {
  const router = useRouter();
  const { error, busy, run } = useRequest();

  async function save(due: string | null): Promise<void> {
    const answer = await run(() => askServer('PATCH', `/api/readings/${reading.id}`, { due }));
    if (!answer.ok) return;
    router.refresh();
    onClose();
  }
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = textOf(new FormData(event.currentTarget), 'due');
    void save(new Date(given).toISOString());
  }

  return (
    <Dialog title="Due date" open onClose={onClose}>
      <form className={styles.due} onSubmit={submit}>
        <Field
          label="Read until"
          hint="The page says so; nothing closes by itself."
          name="due"
          type="datetime-local"
          defaultValue={reading.due === null ? '' : localInput(new Date(reading.due))}
          required
          error={error}
        />
        <DialogActions>
          {reading.due !== null && (
            <Button disabled={busy} onClick={() => void save(null)}>
              No due date
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="main" type="submit" disabled={busy}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** `2026-12-03T23:59` on the clock here: what a field for date and time takes. */
function localInput(date: Date): string {
  const here = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return here.toISOString().slice(0, 16);
}
