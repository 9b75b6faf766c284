'use client';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { textOf } from '#components/ui/text-of.ts';
import { useRequest } from '#components/ui/use-request.ts';
import type { GroupView } from '#lib/protocol/http.ts';

/** Makes a group with me as its instructor. */
export function NewGroupForm() {
  const router = useRouter();
  const { error, busy, run } = useRequest();

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const name = textOf(new FormData(event.currentTarget), 'name');
    const answer = await run(() => askServer<GroupView>('POST', '/api/groups', { name }));
    if (answer.ok) router.push(`/groups/${encodeURIComponent(answer.value.id)}`);
  }

  return (
    <Form onSubmit={submit}>
      <Field
        label="Name of the group"
        name="name"
        maxLength={80}
        autoComplete="off"
        required
        error={error}
      />
      <Button kind="main" type="submit" disabled={busy}>
        Make the group
      </Button>
    </Form>
  );
}
