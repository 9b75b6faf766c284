'use client';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Result } from '#lib/result.ts';
import { askServer } from '#components/ui/ask-server.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { textOf } from '#components/ui/text-of.ts';
import { useRequest } from '#components/ui/use-request.ts';
import { enter } from './enter.ts';
import { Joined } from './joined.tsx';
import { Welcome } from './welcome.tsx';

interface Props {
  code: string;
  /** Its name. */
  group: string;
  /** Where the invite leads. */
  to: string;
  /** What one is invited to. */
  children: ReactNode;
}

/** A new person joins with a name alone. */
export function JoinForm({ code, group, to, children }: Props) {
  const { error, busy, run } = useRequest();
  const [returnLink, setReturnLink] = useState<Result<{ url: string }> | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const name = textOf(new FormData(event.currentTarget), 'name').trim();
    const answer = await run(() => enter('invite', { code, name }));
    if (answer.ok) setReturnLink(await askServer('POST', '/api/me/return-link', {}));
  }

  if (returnLink !== null) return <Joined group={group} to={to} returnLink={returnLink} />;
  return (
    <Welcome title={`Join ${group}`}>
      <Form onSubmit={submit}>
        {children}
        <Field
          label="Your name"
          hint="As the others will see it. No mail address is needed."
          name="name"
          autoComplete="name"
          maxLength={80}
          required
        />
        {error !== null && <Notice kind="error">{error}</Notice>}
        <Button kind="main" type="submit" disabled={busy}>
          Join
        </Button>
      </Form>
    </Welcome>
  );
}
