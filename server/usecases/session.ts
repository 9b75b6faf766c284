import { sessionClaims } from '../auth/session-cookie.ts';
import type { Deps } from './deps.ts';
import type { UseCases } from './use-cases.ts';

type Needs = Pick<Deps, 'store' | 'sync' | 'settings' | 'secret'>;

export function createSession({ store, sync, settings, secret }: Needs): UseCases['session'] {
  const secureCookies = hasSecureCookies(settings);
  const ofClaims: UseCases['session']['ofClaims'] = async (userId, epoch) => {
    const user = await store.people.user(userId);
    if (user?.session_epoch !== epoch) return null;
    const { id, name } = user;
    return { id, name, canSignIn: (await store.people.canSignIn([id])).has(id) };
  };
  return {
    ofClaims,
    async user(cookie) {
      const claims = await sessionClaims(cookie, { secret, secureCookies });
      return claims === null ? null : ofClaims(claims.userId, claims.epoch);
    },
    async removedFrom(cookie, readingId) {
      const claims = await sessionClaims(cookie, { secret, secureCookies });
      if (claims === null || (await ofClaims(claims.userId, claims.epoch)) !== null) return false;
      const reading = await store.readings.reading(readingId);
      if (reading === undefined) return true;
      return (await store.groups.role(reading.group_id, claims.userId)) === null;
    },
    async signOutEverywhere(user) {
      await store.people.raiseEpoch(user.id);
      sync.reviewUser(user.id);
    },
  };
}

export function hasSecureCookies({ publicUrl }: { publicUrl: string | null }): boolean {
  return publicUrl?.startsWith('https:') ?? false;
}
