import type { NextAuthOptions } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import GithubProvider from 'next-auth/providers/github';
import GoogleProvider from 'next-auth/providers/google';
import { z } from 'zod';
import { runtime } from '../runtime.ts';
import type { AuthSettings } from '../usecases/use-cases.ts';
import { credentialsProviders } from './credentials-providers.ts';
import { sessionCookieName } from './session-cookie.ts';

const signedInSchema = z.object({ id: z.string(), epoch: z.number() });
const claimsSchema = z.object({ sub: z.string(), epoch: z.number() });

/** next-auth runs inside Next's bundle; all it knows of people comes through the runtime. */
export function authOptions(): NextAuthOptions {
  const settings = runtime().authSettings();
  return {
    secret: settings.secret,
    useSecureCookies: settings.secureCookies,
    cookies: { sessionToken: sessionCookie(settings) },
    providers: [...credentialsProviders(), ...oauthProviders(settings)],
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    session: { strategy: 'jwt' },
    callbacks: { jwt, session },
    logger: { error: logError, warn: () => undefined, debug: () => undefined },
  };
}

type Callbacks = NonNullable<NextAuthOptions['callbacks']>;

/** The token holds the user's id and a session epoch, nothing that can change. */
const jwt: NonNullable<Callbacks['jwt']> = async ({ token, user, account }) => {
  if (account?.type === 'credentials') {
    const { id, epoch } = signedInSchema.parse(user);
    return { sub: id, epoch };
  }
  if (account) {
    const found = await runtime().signIn.oauth({
      provider: account.provider,
      account: account.providerAccountId,
      name: user.name ?? '',
      email: user.email ?? null,
    });
    if (!found.ok) throw new Error(found.error.title);
    return { sub: found.value.id, epoch: found.value.epoch };
  }
  const { sub, epoch } = claimsSchema.parse(token);
  if ((await runtime().session.ofClaims(sub, epoch)) === null) throw new SessionOver();
  return { sub, epoch };
};

const session: NonNullable<Callbacks['session']> = async ({ session: { expires }, token }) => {
  const { sub, epoch } = claimsSchema.parse(token);
  const user = await runtime().session.ofClaims(sub, epoch);
  return { expires, user: user ?? {} };
};

/** next-auth answers it with an empty session and takes the cookie away. */
class SessionOver extends Error {}

function logError(code: string, metadata: unknown): void {
  if (code === 'JWT_SESSION_ERROR' || code === 'CLIENT_FETCH_ERROR') return;
  runtime().reportBug(new Error(`next-auth: ${code}`, { cause: errorIn(metadata) }));
}

/** Beside the error, next-auth hands over what it knows of the person. */
function errorIn(metadata: unknown): unknown {
  if (typeof metadata !== 'object' || metadata === null || !('error' in metadata)) return metadata;
  return metadata.error;
}

function sessionCookie({ secureCookies }: AuthSettings) {
  return {
    name: sessionCookieName(secureCookies),
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies },
  } as const;
}

function oauthProviders({ github, google, oidc }: AuthSettings): NextAuthOptions['providers'] {
  return [
    ...(github === null ? [] : [GithubProvider(clientOf(github))]),
    ...(google === null ? [] : [GoogleProvider(clientOf(google))]),
    ...(oidc === null ? [] : [oidcProvider(oidc)]),
  ];
}

function clientOf({ id, secret }: { id: string; secret: string }) {
  return { clientId: id, clientSecret: secret };
}

const profileSchema = z.object({
  sub: z.string(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
});

function oidcProvider(oidc: NonNullable<AuthSettings['oidc']>): OAuthConfig<unknown> {
  return {
    id: 'oidc',
    name: new URL(oidc.issuer).hostname,
    type: 'oauth',
    wellKnown: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    ...clientOf(oidc),
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state'],
    profile(raw) {
      const { sub, name, preferred_username: username, email } = profileSchema.parse(raw);
      return { id: sub, name: name ?? username ?? '', email: email ?? null };
    },
  };
}
