import { type Deed, memberOf, type PlannedDeed } from './deeds.ts';
import { groundOf, isShown, recordKeyOf, recordOf, type Scene } from './record-of.ts';
import type { SimulatedMember } from './simulated-member.ts';

export interface Playing {
  /** Factor on the plan's times: 1 as planned, 0 at once. */
  pace: number;
  /** Ends it between two deeds. */
  signal?: AbortSignal;
}

/** The members of a plan, by their numbers, and what they read. */
export interface Cast {
  members: readonly SimulatedMember[];
  text: string;
}

/** For what is under way from one member to another. Milliseconds; longer than any server that is well takes. */
const PATIENCE = 10_000;

/**
 * Lets the members do what is planned, one deed after the other, over their sockets. Each does only what they could: answers what
 * they see, and leaves out what is not theirs to do any more (a mark that an instructor deleted, a reading that was closed).
 * Resolves when the server has it all.
 */
export async function play(
  plan: readonly PlannedDeed[],
  cast: Cast,
  { pace, signal = new AbortController().signal }: Playing,
): Promise<void> {
  const began = Date.now();
  for (const { at, member, deed } of plan) {
    // oxlint-disable-next-line no-await-in-loop -- one deed leads to another
    await pauseUntil(began + at * pace, signal);
    if (signal.aborted) return;
    // oxlint-disable-next-line no-await-in-loop -- one deed leads to another
    await perform(deed, member, cast, signal);
  }
  await Promise.all(cast.members.map((member) => member.saved(signal)));
}

/** Ends early when aborted. */
function pauseUntil(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const pause = time - Date.now();
    if (pause <= 0 || signal.aborted) return resolve();
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, pause);
    signal.addEventListener('abort', finish);
  });
}

async function perform(deed: Deed, number: number, cast: Cast, signal: AbortSignal): Promise<void> {
  const member = cast.members[number];
  if (member === undefined) throw new Error(`The plan has a member ${number} who is not here.`);
  const scene = sceneOf(member, cast);
  if (deed.kind === 'look') return show(member, deed, scene);
  if (!member.mayWrite() || !(await seesGround(deed, member, cast, signal))) return;
  const written = recordOf(deed, scene, member.records, Date.now());
  if (written !== null) member.write(written);
}

function sceneOf({ reading }: SimulatedMember, { members, text }: Cast): Scene {
  const revision = { id: reading.revision, text };
  return { revision, users: members.map(({ user }) => user.id) };
}

function show(
  member: SimulatedMember,
  { block, selection, answering }: Extract<Deed, { kind: 'look' }>,
  scene: Scene,
): void {
  member.show({
    cursor: selection ?? null,
    block,
    ...(answering !== undefined && { typing: recordKeyOf(answering, scene) }),
  });
}

/** Whether what the deed builds on comes in sight: what its author has is on its way, unless this member works at a desk. */
async function seesGround(
  deed: Deed,
  member: SimulatedMember,
  cast: Cast,
  signal: AbortSignal,
): Promise<boolean> {
  const ground = groundOf(deed);
  if (ground === null) return true;
  const key = recordKeyOf(ground, sceneOf(member, cast));
  if (isShown(key, member.records)) return true;
  const author = cast.members[memberOf(ground)];
  if (author === member || !member.seesOthers() || !author?.seesOthers()) return false;
  if (!isShown(key, author.records)) return false;
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  return member.sees((records) => isShown(key, records), patience);
}
