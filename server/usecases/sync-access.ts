import { DEFAULT_CODEBOOK } from '#lib/annotation/codebook.ts';
import { distinctNames } from '#lib/permission/distinct-names.ts';
import { sessionClaims } from '../auth/session-cookie.ts';
import { readSyncToken } from '../auth/sync-token.ts';
import { originAllowed } from '../http/origin.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/store.ts';
import type { Credentials, SyncAccess } from '../sync/sync-deps.ts';
import { isBlindFor } from './blindness.ts';
import type { Deps } from './deps.ts';
import { hasSecureCookies } from './session.ts';

interface Needs {
  store: Store;
  log: Deps['log'];
  settings: Settings;
  secret: string;
  clock: () => number;
}

/** What the sync server asks about people and readings, read from the store each time. */
export function createSyncAccess(needs: Needs): SyncAccess {
  const { store, log, settings } = needs;
  const sessionValid: SyncAccess['sessionValid'] = async (userId, sessionEpoch) =>
    (await store.people.user(userId))?.session_epoch === sessionEpoch;
  return {
    sessionValid,
    async user(credentials) {
      const claimed = await claimsOf(credentials, needs);
      if (claimed === null) return null;
      return (await sessionValid(claimed.id, claimed.sessionEpoch)) ? claimed : null;
    },
    former: (credentials) => claimsOf(credentials, needs),
    async standing(userId, readingId) {
      const reading = await store.readings.reading(readingId);
      if (reading === undefined) return null;
      const members = await store.groups.members(reading.group_id);
      const member = members.find(({ id }) => id === userId);
      if (member === undefined) return null;
      const name = distinctNames(members).get(userId) ?? member.name;
      const { phase, round } = reading;
      const { role } = member;
      const blindForThem = role !== 'instructor' && (await isBlindFor(log, reading, userId));
      return { role, phase, blindForThem, round, name };
    },
    async revision(readingId) {
      const reading = await store.readings.reading(readingId);
      if (reading === undefined) return null;
      const revision = await store.articles.revision(reading.revision_id);
      return revision === undefined ? null : { id: revision.id, text: revision.canonical };
    },
    tags: async () => new Set(DEFAULT_CODEBOOK.map(({ id }) => id)),
    originAllowed: (origin, host) => originAllowed(origin, host, settings.publicUrl),
  };
}

async function claimsOf(
  { cookie, token, reading, place }: Credentials,
  { settings, secret, clock }: Needs,
): Promise<{ id: string; sessionEpoch: number } | null> {
  if (token === null) {
    const claims = await sessionClaims(cookie, {
      secret,
      secureCookies: hasSecureCookies(settings),
    });
    return claims === null ? null : { id: claims.userId, sessionEpoch: claims.epoch };
  }
  const claims = readSyncToken(token, secret, clock());
  if (claims?.reading !== reading || claims.place !== place) return null;
  return { id: claims.userId, sessionEpoch: claims.epoch };
}
