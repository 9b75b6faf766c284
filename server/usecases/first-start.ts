import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import type { FullText } from '../articles/full-texts.ts';
import { hashOfToken, newInviteCode, newToken } from '../auth/secret-token.ts';
import type { Settings } from '../settings.ts';
import type { Parts, Store } from '../store/store.ts';
import { addCatalogueArticles, addOpenReading } from './catalogue-articles.ts';

/** What the start prints; null for what there is no need to print. */
export interface StartLinks {
  setup: string | null;
  invite: string | null;
}

/**
 * Makes the library, and at the first start the first group with a reading of each article and an invite.
 * Gives the links to print: the setup link as long as there is no owner, the invite once.
 */
export async function prepareStore(
  store: Store,
  settings: Pick<Settings, 'setupToken' | 'inviteCode'>,
  library: { entries: readonly CatalogueEntry[]; texts: readonly FullText[] },
  origin: string,
): Promise<StartLinks> {
  return store.transaction(async (inside) => {
    await addCatalogueArticles(inside, library.entries, library.texts);
    const isFirst = (await inside.installation.firstGroup()) === null;
    const group = isFirst ? await makeFirstGroup(inside) : await firstGroup(inside);
    const invite = await ensureInvite(inside, group, settings.inviteCode, isFirst);
    return {
      setup: (await inside.people.ownerExists())
        ? null
        : await setupLink(inside, settings.setupToken, origin),
      invite: isFirst ? `${origin}/join/${invite}` : null,
    };
  });
}

/** A setup link that works: with the fixed token of SETUP_TOKEN, else with a new one. */
export async function setupLink(
  store: Parts,
  fixedToken: string | null,
  origin: string,
): Promise<string> {
  if (fixedToken !== null) return `${origin}/setup?token=${fixedToken}`;
  const token = newToken();
  await store.installation.addSetupToken(hashOfToken(token));
  return `${origin}/setup?token=${token}`;
}

/** A new invite into the first group, as annotator; null before the first start. */
export async function inviteLink(store: Parts, origin: string): Promise<string | null> {
  const group = await store.installation.firstGroup();
  return group === null ? null : `${origin}/join/${await addInvite(store, group, newInviteCode())}`;
}

async function makeFirstGroup(store: Parts): Promise<string> {
  const group = await store.groups.addGroup('Reading group');
  await store.installation.setFirstGroup(group.id);
  const articles = await store.articles.ofLibrary();
  for (const article of articles)
    // oxlint-disable-next-line no-await-in-loop -- in the order of the library
    await addOpenReading(store, group.id, article);
  return group.id;
}

async function firstGroup(store: Parts): Promise<string> {
  const group = await store.installation.firstGroup();
  if (group === null) throw new Error('The first group is gone.');
  return group;
}

/** The code of an invite into the first group: INVITE_CODE, added when it is new, or a random one. */
async function ensureInvite(
  store: Parts,
  group: string,
  fixedCode: string | null,
  isFirst: boolean,
): Promise<string | null> {
  if (fixedCode === null) return isFirst ? addInvite(store, group, newInviteCode()) : null;
  const known = await store.groups.invite(fixedCode);
  return known === undefined ? addInvite(store, group, fixedCode) : fixedCode;
}

async function addInvite(store: Parts, group: string, code: string): Promise<string> {
  await store.groups.addInvite({
    code,
    group_id: group,
    role: 'annotator',
    reading_id: null,
    expires: null,
  });
  return code;
}
