/** Roles of a group's members. */
export const ROLES = ['instructor', 'annotator', 'observer'] as const;
export type Role = (typeof ROLES)[number];

export const PHASES = ['open', 'blind', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

/** What a person can want to do in a group or one of its readings. */
export type Action =
  | 'group.read'
  | 'group.manage' // members, roles, invites
  | 'reading.read'
  | 'reading.manage' // make readings; phase, due date, reveal
  | 'reading.history' // who wrote, changed and deleted what
  | 'shared.read'
  | 'shared.write' // own annotations, replies, reactions, done, forecasts
  | 'shared.assess' // own outcomes and sign-offs: a prediction outlives its reading
  | 'shared.moderate' // delete others' records
  | 'desk.read'
  | 'desk.write'
  | 'desk.assess'
  | 'private.read'
  | 'private.write'
  | 'feedback.read'
  | 'feedback.write'
  | 'notes.read'
  | 'notes.write';

/** Who asks, and the state of what they ask for. `role` is null for who is no member. */
export interface Asker {
  role: Role | null;
  phase?: Phase;
  /** The reading is blind and not revealed to this member. */
  blindForThem?: boolean;
  /** The desk, private or feedback place asked for is the asker's own. */
  own?: boolean;
}

type Rule = (asker: Asker & { role: Role }) => boolean;

const isInstructor: Rule = ({ role }) => role === 'instructor';
const mayMark: Rule = ({ role }) => role !== 'observer';
const seesShared: Rule = ({ role, blindForThem }) => role === 'instructor' || !blindForThem;
const isBlind: Rule = (asker) => !seesShared(asker);
const isOwn: Rule = ({ own }) => own === true;
const notClosed: Rule = ({ phase }) => phase !== 'closed';
const all =
  (...rules: Rule[]): Rule =>
  (asker) =>
    rules.every((rule) => rule(asker));
const any =
  (...rules: Rule[]): Rule =>
  (asker) =>
    rules.some((rule) => rule(asker));

const TABLE: Record<Action, Rule> = {
  'group.read': () => true,
  'group.manage': isInstructor,
  'reading.read': () => true,
  'reading.manage': isInstructor,
  'reading.history': isInstructor,
  'shared.read': seesShared,
  'shared.write': all(mayMark, seesShared, notClosed),
  'shared.assess': all(mayMark, seesShared),
  'shared.moderate': isInstructor,
  'desk.read': any(isInstructor, all(isOwn, isBlind)),
  'desk.write': all(isOwn, isBlind, mayMark, notClosed),
  'desk.assess': all(isOwn, isBlind, mayMark),
  'private.read': isOwn,
  'private.write': isOwn,
  'feedback.read': any(isInstructor, all(isOwn, mayMark)),
  'feedback.write': all(isInstructor, notClosed),
  'notes.read': seesShared,
  'notes.write': all(mayMark, seesShared, notClosed),
};

/** The one decision of who may what, asked by button, route and socket alike. */
export function can(asker: Asker, action: Action): boolean {
  const { role } = asker;
  return role !== null && TABLE[action]({ ...asker, role });
}
