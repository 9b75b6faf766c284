import { headers } from 'next/headers';
import type { Library, LibraryReading } from '#components/library/library.ts';
import { can } from '#lib/permission/can.ts';
import type { GroupView, ReadingView } from '#lib/protocol/http.ts';
import { originOf } from '#server/http/request-facts.ts';
import { runtime } from '#server/runtime.ts';
import type { User } from '#server/usecases/use-cases.ts';
import { figuresOf, valueOf } from './answer.ts';

/** The library of one of my groups: the one asked for, or my first; null when I am in none. */
export async function libraryOf(user: User, asked: string | undefined): Promise<Library | null> {
  const groups = valueOf(await runtime().people.groups(user));
  const group = groups.find(({ id }) => id === asked) ?? groups[0];
  if (group === undefined) return null;
  const all = valueOf(await runtime().readings.list(user));
  const readings = all.filter((reading) => reading.group === group.id);
  return {
    user,
    groups,
    group,
    readings: await withFigures(user, readings),
    invite: can({ role: group.role }, 'group.manage') ? await openInvite(user, group) : null,
  };
}

/** One after the other: nobody's library takes all turns of who counts. */
async function withFigures(
  user: User,
  readings: readonly ReadingView[],
): Promise<LibraryReading[]> {
  const known: LibraryReading[] = [];
  for (const reading of readings) {
    // oxlint-disable-next-line no-await-in-loop -- as said
    const [insight, members] = await Promise.all([
      runtime().readings.tally(user, reading.id),
      runtime().readings.members(user, reading.id),
    ]);
    known.push({ reading, insight: figuresOf(insight), members: valueOf(members) });
  }
  return known;
}

async function openInvite(user: User, group: GroupView): Promise<NonNullable<Library['invite']>> {
  const invites = valueOf(
    await runtime().people.invites(user, group.id, originOf(await headers())),
  );
  const link =
    invites.find((invite) => invite.role === 'annotator' && invite.reading === null) ?? null;
  return { link, openWith: runtime().reach().openWith };
}
