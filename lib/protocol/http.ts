import { z } from 'zod';
import { articleDocumentSchema, type Block } from '../article/document.ts';
import { PHASES, type Phase, ROLES, type Role } from '../permission/can.ts';
import { nameSchema } from './name.ts';
import type { AnyRecord, RecordMap } from '../annotation/record.ts';
import type { ToldChange } from '../insight/report/told-change.ts';

/** What the HTTP routes take and answer (contract, "HTTP"). Times are ISO 8601 UTC. */
const name = nameSchema('Give a name.', 80, 'A name has at most 80 characters.');
const title = nameSchema('Give a title.', 300, 'A title has at most 300 characters.');
const optionalLine = z.string().trim().max(300).nullable().optional();

export const newGroupSchema = z.strictObject({ name });
export const roleChangeSchema = z.strictObject({ role: z.enum(ROLES) });
export const newInviteSchema = z.strictObject({
  role: z.enum(ROLES),
  reading: z.string().min(1).max(80).optional(),
  expires: z.iso.datetime().optional(),
});
export const newReadingSchema = z.strictObject({
  group: z.string().min(1).max(80),
  article: z.string().min(1).max(80),
  phase: z.enum(PHASES),
  due: z.iso.datetime().nullable().optional(),
});
export const readingChangeSchema = z.strictObject({
  phase: z.enum(PHASES).optional(),
  due: z.iso.datetime().nullable().optional(),
});
export const revealSchema = z.strictObject({
  /** One member; absent: everybody. */
  user: z.string().min(1).max(80).optional(),
});
export const readingMeSchema = z.strictObject({
  /** UTF-16 offset of the first visible character. */
  position: z.number().int().min(0).optional(),
  /** Log time up to which everything is read, ISO 8601; only rises. */
  seen: z.iso.datetime().optional(),
  /** Keys of comments and replies that I read. */
  read: z.array(z.string().min(1).max(100)).max(2000).optional(),
});
export const syncTokenSchema = z.strictObject({
  reading: z.string().min(1).max(80),
  place: z.string().min(1).max(100),
});

/** Query of a reading's insight. `at`: as it stood then, by the log's time. */
export const insightQuerySchema = z.strictObject({
  at: z.iso.datetime({ offset: true }).optional(),
});

/** Query of a reading's report. */
export const reportQuerySchema = insightQuerySchema.extend({
  format: z.enum(['json', 'markdown']).default('json'),
});

/** Query of changed tags: later than `after`, until `until`, by the log's time. */
export const changedTagsQuerySchema = z.strictObject({
  after: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
});

/** Query of a reading's history. `after`: the `seq` of the last event that is known. */
export const historyQuerySchema = z.strictObject({
  place: z
    .string()
    .regex(/^(shared|(desk|feedback)\/[A-Za-z0-9_-]{1,40})$/)
    .default('shared'),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

/** An import: one of text, html, markdown; or the confirmed document of a proposal. */
const about = {
  title: title.optional(),
  byline: optionalLine,
  source: optionalLine,
  written: optionalLine,
  note: optionalLine,
};
export const importSchema = z.union([
  z.strictObject({ ...about, text: z.string() }),
  z.strictObject({ ...about, html: z.string() }),
  z.strictObject({ ...about, markdown: z.string() }),
]);
export const confirmedImportSchema = z.strictObject({
  ...about,
  title,
  document: articleDocumentSchema,
  /** SHA-256 (hex) of the file that was proposed; absent for text typed by hand. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Groups that get a reading of it at once. */
  groups: z.array(z.string().min(1).max(80)).max(50).optional(),
});

export type NewGroup = z.infer<typeof newGroupSchema>;
export type NewInvite = z.infer<typeof newInviteSchema>;
export type NewReading = z.infer<typeof newReadingSchema>;
export type ReadingChange = z.infer<typeof readingChangeSchema>;
export type RevealInput = z.infer<typeof revealSchema>;
export type ReadingMe = z.infer<typeof readingMeSchema>;
export type ImportInput = z.infer<typeof importSchema>;
export type ConfirmedImport = z.infer<typeof confirmedImportSchema>;

export interface Myself {
  id: string;
  name: string;
  /** Has a password or another provider; otherwise the return link is the only way back. */
  canSignIn: boolean;
}

export interface Me extends Myself {
  groups: { id: string; name: string; role: Role }[];
}

export interface GroupView {
  id: string;
  name: string;
  role: Role;
  members: number;
  readings: number;
  instructors: string[];
}

/** Tags that became others, over what the asker may read. */
export interface ChangedTags {
  /** Up to when, by the log's time. */
  asOf: string;
  /** In the order of the log. */
  changes: ToldChange[];
  /** Passages that somebody tagged for the first time in between. */
  first: number;
}

/** A phase begun, or a blind round revealed for all. */
export interface ReadingMoment {
  what: Phase | 'revealed';
  at: string;
}

export interface MemberView {
  id: string;
  /** Told apart within the group: "Anna Baum", "Anna Baum (2)". */
  name: string;
  role: Role;
  joined: string;
  /** Has a password or another provider; otherwise the return link is the only way back. */
  canSignIn: boolean;
}

export interface InviteView {
  code: string;
  url: string;
  role: Role;
  reading: string | null;
  expires: string | null;
}

export interface ArticleView {
  id: string;
  title: string;
  byline: string | null;
  source: string | null;
  written: string | null;
  note: string | null;
  words: number;
  sha256: string | null;
  /** Shown in place of an article whose full text is not here. */
  digest: boolean;
  /** One or two sentences for the library page; null when there are none. */
  teaser: string | null;
}

export interface ReadingView {
  id: string;
  group: string;
  article: ArticleView;
  /** Id of the group's reading of the text that this digest stands in for; null for no digest, or where there is none. */
  fullText: string | null;
  revision: string;
  phase: Phase;
  due: string | null;
  role: Role;
  /** Where my work goes now, e.g. `shared`. */
  place: string;
}

export interface ReadingMember {
  id: string;
  name: string;
  role: Role;
  here: boolean;
  done: boolean;
  /** Annotations that stand; in a blind reading, for instructors only. */
  marks?: number;
}

/** All that the reading page needs at first paint. */
export interface ReadingPage {
  reading: ReadingView;
  groupName: string;
  /** Safe HTML of the article: its `<h1>` (empty when it does not begin with one), and the rest. */
  html: { title: string; body: string };
  text: string;
  blocks: Block[];
  members: ReadingMember[];
  /** The reading position kept by `PUT /api/readings/:id/me`. */
  position: number;
  user: Myself;
}

/** Where one member is in a reading, and what is new to them in the place where their work goes. */
export interface ReadingMeView {
  position: number;
  seen: string | null;
  /** Log time of the newest record that was looked at; null when there is none. */
  asOf: string | null;
  /** Keys of comments and replies of others that were logged after `seen` and are not known to be read; newest 2,000. */
  unread: string[];
  /** Of each annotation that somebody settled the key of the assessment that decides: the newest logged one that counts. */
  threads: Record<string, string>;
}

export interface LoggedRecord {
  map: RecordMap;
  place: string;
  /** Commit time in the log. */
  logged: string;
  record: AnyRecord;
}

/** What was done to one record, as the place's log has it. */
export interface HistoryEvent {
  /** Number of the log's entry; several events may share one. */
  seq: number;
  at: string;
  /** Whose doing it was. */
  user: string;
  place: string;
  map: RecordMap;
  key: string;
  /** `removed`: deleted by somebody who is not the owner. */
  what: 'added' | 'changed' | 'deleted' | 'removed';
  /** What stood there then; null when nothing did. */
  record: AnyRecord | null;
}

/** RFC 9457. `title` is for a person and says what to do. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
}
