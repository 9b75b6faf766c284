'use client';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import { Button } from '#components/ui/button.tsx';
import { ChoiceField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { textOf } from '#components/ui/text-of.ts';
import { useRequest } from '#components/ui/use-request.ts';
import type { InviteView } from '#lib/protocol/http.ts';
import { ROLE_MEANINGS } from './role-words.ts';
import styles from './invites.module.css';

interface Props {
  group: string;
  readings: readonly { id: string; title: string }[];
}

const DAY = 24 * 3600 * 1000;

export function NewInvite({ group, readings }: Props) {
  const router = useRouter();
  const { error, busy, run } = useRequest();

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const path = `/api/groups/${encodeURIComponent(group)}/invites`;
    const answer = await run(() =>
      askServer<InviteView>('POST', path, inviteFrom(new FormData(event.currentTarget))),
    );
    if (answer.ok) router.refresh();
  }

  return (
    <form className={styles.new} onSubmit={submit} aria-label="New invite link">
      <ChoiceField label="Joins as" name="role" defaultValue="annotator">
        <option value="annotator">Annotator: {ROLE_MEANINGS.annotator}</option>
        <option value="observer">Observer: {ROLE_MEANINGS.observer}</option>
        <option value="instructor">Instructor: {ROLE_MEANINGS.instructor}</option>
      </ChoiceField>
      <ChoiceField label="Leads to" name="reading" defaultValue="">
        <option value="">The library</option>
        {readings.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField label="Works" name="days" defaultValue="">
        <option value="">Until revoked</option>
        <option value="1">One day</option>
        <option value="7">One week</option>
        <option value="30">30 days</option>
      </ChoiceField>
      <Button type="submit" disabled={busy}>
        Make a link
      </Button>
      {error !== null && <Notice kind="error">{error}</Notice>}
    </form>
  );
}

function inviteFrom(form: FormData): { role: string; reading?: string; expires?: string } {
  const reading = textOf(form, 'reading');
  const days = Number(textOf(form, 'days'));
  return {
    role: textOf(form, 'role'),
    ...(reading !== '' && { reading }),
    ...(days > 0 && { expires: new Date(Date.now() + days * DAY).toISOString() }),
  };
}
