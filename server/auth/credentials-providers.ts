import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { runtime } from '../runtime.ts';
import type { Answer, SignedIn } from '../usecases/use-cases.ts';

/** The ways to sign in that need no other service (contract, "Signing in"). */
export function credentialsProviders(): NextAuthOptions['providers'] {
  return [
    provider('setup', ['token', 'name', 'email', 'password'], (input, address) =>
      runtime().signIn.setup(input, address),
    ),
    provider('invite', ['code', 'name'], (input, address) =>
      runtime().signIn.invite(input, address),
    ),
    provider('password', ['email', 'password'], (input, address) =>
      runtime().signIn.password(input, address),
    ),
    provider('return', ['token'], (input, address) => runtime().signIn.returnLink(input, address)),
  ];
}

type Fields<F extends string> = Record<F, string>;
type Way<F extends string> = (input: Fields<F>, address: string) => Answer<SignedIn>;

function provider<F extends string>(
  id: string,
  fields: readonly F[],
  way: Way<F>,
): NextAuthOptions['providers'][number] {
  const credentials = Object.fromEntries(fields.map((field) => [field, { label: field }]));
  return CredentialsProvider({
    id,
    name: id,
    credentials,
    /** The title of a problem becomes `?error=` of the address that next-auth answers. */
    async authorize(given, request) {
      const answer = await way(fieldsOf(given, fields), addressIn(request.headers));
      if (!answer.ok) throw new Error(answer.error.title);
      return answer.value;
    },
  });
}

/** A field that was not sent is an empty one: the use case says what is missing. */
function fieldsOf<F extends string>(given: unknown, fields: readonly F[]): Fields<F> {
  const sent = z.record(z.string(), z.unknown()).catch({}).parse(given);
  const entries = fields.map((field) => [field, z.string().max(2000).catch('').parse(sent[field])]);
  return Object.fromEntries(entries) as Fields<F>;
}

/** The front door's header (`server/front-door.ts`). */
function addressIn(headers: unknown): string {
  return z.object({ 'x-forwarded-for': z.string() }).parse(headers)['x-forwarded-for'];
}
