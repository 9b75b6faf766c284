'use client';
import { type FormEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { useRequest } from '#components/ui/use-request.ts';
import { enter } from './enter.ts';
import { goTo } from './go-to.ts';
import { textOf } from '#components/ui/text-of.ts';

/** For who has a password. `to`: where to go then, a path of ours. */
export function PasswordForm({ to }: { to: string }) {
  const { error, busy, run } = useRequest();

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const fields = { email: textOf(form, 'email'), password: textOf(form, 'password') };
    const answer = await run(() => enter('password', fields));
    if (answer.ok) goTo(to);
  }

  return (
    <Form onSubmit={submit}>
      <Field label="Mail address" name="email" type="email" autoComplete="username" required />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      {error !== null && <Notice kind="error">{error}</Notice>}
      <Button kind="main" type="submit" disabled={busy}>
        Sign in
      </Button>
    </Form>
  );
}
