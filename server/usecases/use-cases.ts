import type { Result } from '#lib/result.ts';
import type { Insight } from '#lib/insight/insight.ts';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import type { Ledger } from '#lib/insight/predictions/ledger-of.ts';
import type { ReadingReport } from '#lib/insight/report/reading-report.ts';
import type {
  ArticleView,
  ChangedTags,
  ConfirmedImport,
  GroupView,
  HistoryEvent,
  HistoryQuery,
  InviteView,
  LoggedRecord,
  Me,
  MemberView,
  Myself,
  NewGroup,
  NewInvite,
  NewReading,
  Problem,
  ReadingChange,
  ReadingMe,
  ReadingMeView,
  ReadingMember,
  ReadingMoment,
  ReadingPage,
  ReadingView,
  RevealInput,
} from '#lib/protocol/http.ts';
import type { Block } from '#lib/article/document.ts';
import type { Role } from '#lib/permission/can.ts';
import type { ArticleProposal } from '#lib/article/article-proposal.ts';
import type { SentImport } from '../articles/sent-import.ts';
import type { Encoded } from '../figures/encoded.ts';
import type { Health } from '../health.ts';

/** A signed-in person, as read from the session for each request. */
export type User = Myself;

/** What a use case answers: a value, or a problem to show (RFC 9457). */
export type Answer<T> = Promise<Result<T, Problem>>;

/** What a person says about an article that they import; what is absent comes from the proposal. */
export type AboutArticle = Partial<
  Pick<ConfirmedImport, 'title' | 'byline' | 'source' | 'written' | 'note'>
>;

/** Where this server can be reached, for the invite page. */
interface Reach {
  /**
   * The command that lets others on the network in, when only this machine can reach it now: HOST is a loopback
   * address and PUBLIC_URL unset. Else null.
   */
  openWith: string | null;
}

/**
 * Everything Postil can do for a person, each one asking `can()`. Routes and pages call one of these and
 * render. `user` is who asks.
 */
export interface UseCases {
  health(): Promise<Health>;
  /** Prometheus' text format, for the owner and for programs on this machine; for all others it is not there. */
  metrics(user: User | null, fromThisMachine: boolean): Answer<string>;
  reach(): Reach;
  /** Names of the OAuth providers that settings turn on. */
  providers(): { id: string; name: string }[];
  authSettings(): AuthSettings;
  /** The origin of links to give away, for a person who is at `requestHost` (a `Host` header). */
  linkOrigin(requestHost: string | null): string;
  /** The most that an import may hold. */
  importLimitBytes(): number;
  /** Logs what should not have happened. */
  reportBug(error: unknown): void;

  session: {
    /** The user of a `Cookie` header, or null: no, ended or unknown session. */
    user(cookie: string | null): Promise<User | null>;
    /** The user of a session that next-auth has read; null when its epoch is over. */
    ofClaims(userId: string, epoch: number): Promise<User | null>;
    /** Whether it is a cookie of somebody whose session has ended and who may not know (any more) of the reading. */
    removedFrom(cookie: string | null, reading: string): Promise<boolean>;
    /** Ends all sessions of the user and closes their sockets. */
    signOutEverywhere(user: User): Promise<void>;
  };

  signIn: {
    /** `address`: for the limit on failures. Each gives the user and epoch for the session, or a problem. */
    setup(
      input: { token: string; name: string; email: string; password: string },
      address: string,
    ): Answer<SignedIn>;
    invite(input: { code: string; name: string }, address: string): Answer<SignedIn>;
    password(input: { email: string; password: string }, address: string): Answer<SignedIn>;
    returnLink(input: { token: string }, address: string): Answer<SignedIn>;
    /** A person known by a provider's account, made on the first sign-in. */
    oauth(input: {
      provider: string;
      account: string;
      name: string;
      email: string | null;
    }): Answer<SignedIn>;
    /** Whether a setup link works. Consumes nothing; unknown ones count as failures of the address. */
    setupOpen(token: string, address: string): Promise<boolean>;
    /** Whether this Postil has an owner. */
    isSetUp(): Promise<boolean>;
    /** What an invite leads to, for the join page; null when it does not work. As `setupOpen`. */
    inviteOffer(code: string, address: string): Promise<InviteOffer | null>;
    returnOffer(token: string): Promise<{ name: string; everRead: boolean } | null>;
  };

  people: {
    me(user: User): Answer<Me>;
    groups(user: User): Answer<GroupView[]>;
    newGroup(user: User, input: NewGroup): Answer<GroupView>;
    members(user: User, group: string): Answer<MemberView[]>;
    changeRole(user: User, group: string, member: string, role: Role): Answer<MemberView>;
    removeMember(user: User, group: string, member: string): Answer<null>;
    invites(user: User, group: string, origin: string): Answer<InviteView[]>;
    newInvite(user: User, group: string, input: NewInvite, origin: string): Answer<InviteView>;
    revokeInvite(user: User, group: string, code: string): Answer<null>;
    /** Joins while signed in. */
    joinByInvite(
      user: User,
      code: string,
      address: string,
    ): Answer<{ group: string; reading: string | null }>;
    /** My own return link; making one revokes the one before. */
    newReturnLink(user: User, origin: string): Answer<{ url: string }>;
    revokeReturnLink(user: User): Answer<null>;
    /** For a member of a group, by its instructor. */
    newReturnLinkFor(
      user: User,
      group: string,
      member: string,
      origin: string,
    ): Answer<{ url: string }>;
  };

  articles: {
    list(user: User): Answer<ArticleView[]>;
    propose(user: User, sent: SentImport): Answer<ArticleProposal>;
    /** Imports with the proposal accepted as it is, but for what was said about the article. */
    import(user: User, sent: SentImport): Answer<ArticleView>;
    /**
     * Imports what a person confirmed block by block, a `ConfirmedImport` as the JSON that was sent; gives the
     * readings made, too.
     */
    confirm(user: User, json: string): Answer<{ article: ArticleView; readings: ReadingView[] }>;
  };

  readings: {
    list(user: User): Answer<ReadingView[]>;
    create(user: User, input: NewReading): Answer<ReadingView>;
    change(user: User, reading: string, input: ReadingChange): Answer<ReadingView>;
    /** Brings desks into `shared`: one member's, or everybody's, which ends the blind phase. */
    reveal(user: User, reading: string, input: RevealInput): Answer<ReadingView>;
    page(user: User, reading: string): Answer<ReadingPage>;
    me(user: User, reading: string): Answer<ReadingMeView>;
    setMe(user: User, reading: string, input: ReadingMe): Answer<null>;
    members(user: User, reading: string): Answer<ReadingMember[]>;
    text(user: User, reading: string): Answer<string>;
    blocks(user: User, reading: string): Answer<Block[]>;
    /** `place`: one place by its name; null: all that counts and the user may read. */
    annotations(user: User, reading: string, place: string | null): Answer<LoggedRecord[]>;
    /** What the records add up to, without agreement. */
    tally(user: User, reading: string): Answer<Encoded<Insight>>;
    /** `at`: as it stood then, in milliseconds since the epoch; null: now. */
    insight(user: User, reading: string, at: number | null): Answer<Encoded<ReadingInsight>>;
    /** To take home; `at` as for `insight`. */
    reportDocument(user: User, reading: string, at: number | null): Answer<Encoded<object>>;
    /** The same for page and Markdown. */
    report(user: User, reading: string, at: number | null): Answer<Encoded<ReadingReport>>;
    /** What became another tag later than `after` and until `until`, milliseconds since the epoch; null: from the beginning, now. */
    changedTags(
      user: User,
      reading: string,
      between: { after: number | null; until: number | null },
    ): Answer<Encoded<ChangedTags>>;
    /** When it came into its phases and was revealed, oldest first. */
    moments(user: User, reading: string): Answer<ReadingMoment[]>;
    /** The ledger of one reading (docs/PREDICTIONS.md); `date has passed` by the server's clock. */
    predictions(user: User, reading: string): Answer<Encoded<Ledger>>;
    /** Of all that the group reads. */
    predictionsOfGroup(user: User, group: string): Answer<Encoded<Ledger>>;
    /** Oldest first. At least the events of one entry; fewer than asked for means that there are no more. */
    history(user: User, reading: string, query: HistoryQuery): Answer<HistoryEvent[]>;
    syncToken(
      user: User,
      reading: string,
      place: string,
    ): Answer<{ token: string; expires: string }>;
  };
}

export interface SignedIn {
  id: string;
  name: string;
  /** The session epoch that goes into the JWT. */
  epoch: number;
}

interface InviteOffer {
  group: string;
  groupId: string;
  role: Role;
  /** Id of the reading to land in. */
  reading: string | null;
  readingTitle: string | null;
}

/** What next-auth needs of the settings. */
export interface AuthSettings {
  secret: string;
  secureCookies: boolean;
  github: { id: string; secret: string } | null;
  google: { id: string; secret: string } | null;
  oidc: { issuer: string; id: string; secret: string } | null;
}
