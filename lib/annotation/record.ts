import { z } from 'zod';
import type { Comment } from './comment.ts';
import { commentProblem } from './comment-problem.ts';
import { ownerOfKey } from './record-key.ts';
import type { RecordMap } from './record-maps.ts';

export type { RecordMap } from './record-maps.ts';

/**
 * The records of a place (contract, "Records"). Each is one plain JSON object
 * under its key; unknown fields are refused. Offsets count UTF-16 units of the
 * revision's canonical text and are half-open.
 */
const key = z.string().refine((value) => ownerOfKey(value) !== null, 'This is no record key.');
const time = z.iso.datetime();
const offset = z.number().int().min(0);

const commentSchema = z.custom<Comment>().superRefine((value, context) => {
  const problem = commentProblem(value);
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

const target = z.strictObject({
  revision: z.string().min(1).max(80),
  start: offset,
  end: offset,
  exact: z.string().min(1),
  prefix: z.string().max(32),
  suffix: z.string().max(32),
});

const voice = z.strictObject({
  kind: z.enum(['author', 'quoted', 'paraphrased']),
  who: z.string().min(1).max(200).optional(),
});

const annotationSchema = z.strictObject({
  id: key,
  author: z.string(),
  created: time,
  modified: time.optional(),
  target,
  tag: z.string().min(1).max(40).nullable(),
  comment: commentSchema.nullable(),
  labels: z.array(z.string().min(1).max(40)).max(10).optional(),
  voice: voice.optional(),
  hedged: z.literal(true).optional(),
  conditional: z.literal(true).optional(),
  loaded: z.literal(true).optional(),
  worthChecking: z.literal(true).optional(),
  prediction: z
    .strictObject({ by: z.string().max(200).optional(), judgedBy: z.string().max(500).optional() })
    .optional(),
});

const replySchema = z.strictObject({
  id: key,
  author: z.string(),
  created: time,
  modified: time.optional(),
  annotation: key,
  comment: commentSchema,
});

const reactionSchema = z.strictObject({
  id: key,
  author: z.string(),
  created: time,
  on: key,
  kind: z.enum(['agree', 'disagree', 'question']),
});

const assessmentBase = { id: key, author: z.string(), created: time, modified: time.optional() };
const evidence = z.strictObject({
  url: z.string().max(2048).optional(),
  quote: z.string().max(5000).optional(),
  note: z.string().max(5000).optional(),
});

const assessmentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...assessmentBase,
    kind: z.literal('done'),
    on: z.null(),
    revision: z.string().min(1).max(80),
    upTo: offset,
  }),
  z.strictObject({
    ...assessmentBase,
    kind: z.literal('thread'),
    on: key,
    state: z.enum(['resolved', 'open']),
  }),
  z.strictObject({
    ...assessmentBase,
    kind: z.literal('sounds'),
    on: key,
    step: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  }),
  z.strictObject({
    ...assessmentBase,
    kind: z.literal('forecast'),
    on: key,
    percent: z.number().min(0).max(100),
  }),
  z.strictObject({
    ...assessmentBase,
    kind: z.literal('outcome'),
    on: key,
    result: z.enum(['open', 'true', 'false', 'partly', 'void', 'ambiguous']),
    date: z.string().max(40).optional(),
    evidence: z.array(evidence).max(50).optional(),
  }),
  z.strictObject({ ...assessmentBase, kind: z.literal('signoff'), on: key, agree: z.boolean() }),
]);

export type Annotation = z.infer<typeof annotationSchema>;
export type Target = Annotation['target'];
export type Voice = z.infer<typeof voice>;
export type Reply = z.infer<typeof replySchema>;
export type Reaction = z.infer<typeof reactionSchema>;
export type Assessment = z.infer<typeof assessmentSchema>;

/** The schema of the values in each root map of a records place. */
export const RECORD_SCHEMAS = {
  annotations: annotationSchema,
  replies: replySchema,
  reactions: reactionSchema,
  assessments: assessmentSchema,
} as const satisfies Record<RecordMap, z.ZodType>;

export type RecordOf<M extends RecordMap> = z.infer<(typeof RECORD_SCHEMAS)[M]>;
export type AnyRecord = RecordOf<RecordMap>;
