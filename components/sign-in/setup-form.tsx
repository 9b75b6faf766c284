'use client';
import { type FormEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { textOf } from '#components/ui/text-of.ts';
import { useRequest } from '#components/ui/use-request.ts';
import { enter } from './enter.ts';
import { goTo } from './go-to.ts';

/** Makes the owner; the token works once. */
export function SetupForm({ token }: { token: string }) {
  const { error, busy, run } = useRequest();

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const fields = {
      token,
      name: textOf(form, 'name'),
      email: textOf(form, 'email'),
      password: textOf(form, 'password'),
    };
    const answer = await run(() => enter('setup', fields));
    if (answer.ok) goTo('/');
  }

  return (
    <Form onSubmit={submit}>
      <Field
        label="Your name"
        hint="As others will see it."
        name="name"
        autoComplete="name"
        maxLength={80}
        required
      />
      <Field
        label="Mail address"
        hint="To sign in with. Postil sends no mail."
        name="email"
        type="email"
        autoComplete="username"
        required
      />
      <Field
        label="Password"
        hint="At least 8 characters; a few words are good."
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={8}
        required
      />
      {error !== null && <Notice kind="error">{error}</Notice>}
      <Button kind="main" type="submit" disabled={busy}>
        Set up Postil
      </Button>
    </Form>
  );
}
