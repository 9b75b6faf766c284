import type { Generated, Kysely } from 'kysely';
import type { Phase, Role } from '#lib/permission/can.ts';

/**
 * The tables of people, groups, articles and readings. Times are ISO 8601 UTC, flags 0 or 1, JSON is
 * text: what every dialect stores alike.
 */
export interface Tables {
  installation: InstallationRow;
  setup_tokens: SetupTokenRow;
  users: UserRow;
  passwords: PasswordRow;
  accounts: AccountRow;
  return_links: ReturnLinkRow;
  groups: GroupRow;
  memberships: MembershipRow;
  invites: InviteRow;
  articles: ArticleRow;
  revisions: RevisionRow;
  readings: ReadingRow;
  reading_me: ReadingMeRow;
  reading_moments: ReadingMomentRow;
}

export type Database = Kysely<Tables>;

/** Facts about this installation, e.g. the id of its first group. */
interface InstallationRow {
  name: string;
  value: string;
}

interface SetupTokenRow {
  token_hash: string;
  created: string;
}

export interface UserRow {
  id: string;
  name: string;
  /** Lower case. */
  email: string | null;
  /** Raised to end all sessions. */
  session_epoch: number;
  /** Made by a setup link. */
  owner: 0 | 1;
  created: string;
}

interface PasswordRow {
  user_id: string;
  /** With the parameters it was made with (`server/auth/password-hash.ts`). */
  hash: string;
}

/** An account at an OAuth provider. */
interface AccountRow {
  provider: string;
  account: string;
  user_id: string;
}

interface ReturnLinkRow {
  user_id: string;
  token_hash: string;
  created: string;
}

export interface GroupRow {
  id: string;
  name: string;
  created: string;
}

export interface MembershipRow {
  group_id: string;
  user_id: string;
  role: Role;
  joined: string;
}

export interface InviteRow {
  code: string;
  group_id: string;
  role: Role;
  reading_id: string | null;
  expires: string | null;
  created: string;
  revoked: string | null;
}

export interface ArticleRow {
  id: string;
  title: string;
  byline: string | null;
  source: string | null;
  written: string | null;
  note: string | null;
  teaser: string | null;
  words: number;
  /** Of the file it came from. */
  sha256: string | null;
  digest: 0 | 1;
  /** Id of the catalogue entry that this is a digest or a copy of. */
  catalogue: string | null;
  revision_id: string;
  /** Null: it came with Postil or from ARTICLES_DIR, and everybody may read it. */
  imported_by: string | null;
  created: string;
}

/** Immutable; two articles of the very same document share one. */
export interface RevisionRow {
  /** Of the document's SHA-256. */
  id: string;
  /** ArticleDocument as JSON. */
  document: string;
  /** The canonical text that offsets refer to. */
  canonical: string;
  /** Block[] as JSON, sentences computed once, here. */
  blocks: string;
}

export interface ReadingRow {
  id: string;
  group_id: string;
  article_id: string;
  revision_id: string;
  phase: Phase;
  /** A blind round is under way: members work at desks until they are revealed, also while closed. */
  blind: 0 | 1;
  /** Blind rounds so far, the present one included; each has desks of its own. */
  round: number;
  due: string | null;
  created: string;
}

/** When a reading came into a phase, or its blind round ended. */
export interface ReadingMomentRow {
  /** In the order in which they came. */
  id: Generated<number>;
  reading_id: string;
  what: Phase | 'revealed';
  at: string;
}

interface ReadingMeRow {
  reading_id: string;
  user_id: string;
  position: number;
  /** Log time up to which all is read. */
  seen: string | null;
  /** Keys of what is read since, oldest first: a JSON array. */
  read: string;
}
