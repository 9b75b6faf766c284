import type { Records } from '../../annotation/record-set.ts';
import type { Role } from '../../permission/can.ts';
import { doneUpTo } from '../agreement/sentence-vote.ts';
import { counts } from '../insight-of.ts';

export interface GroupMember {
  id: string;
  /** Told apart within the group. */
  name: string;
  role: Role;
}

/** What one member did here, as far as the asker may read it. */
interface ReportMember extends GroupMember {
  /** Annotations that count; null where the asker may not see them. */
  marks: number | null;
  /** Up to where they said that they are done, UTF-16; null where they did not, or the asker may not see it. */
  doneUpTo: number | null;
}

export interface ReportMembers {
  members: ReportMember[];
  /** Whose marks stand, but who are no members any more: their marks are counted, their votes are not. */
  left: { people: number; marks: number };
}

/** `mayRead`: whether the asker may read what this person does here. In the order given. */
export function reportMembers(
  group: readonly GroupMember[],
  { annotations, assessments }: Pick<Records, 'annotations' | 'assessments'>,
  mayRead: (user: string) => boolean,
): ReportMembers {
  const marks = Map.groupBy([...annotations.values()].filter(counts), ({ author }) => author);
  const done = doneUpTo(assessments.values());
  const members = group.map((member) => ({
    ...member,
    marks: mayRead(member.id) ? (marks.get(member.id)?.length ?? 0) : null,
    doneUpTo: done.get(member.id) ?? null,
  }));
  for (const { id } of group) marks.delete(id);
  const left = [...marks.values()];
  return {
    members,
    left: { people: left.length, marks: left.reduce((sum, own) => sum + own.length, 0) },
  };
}
