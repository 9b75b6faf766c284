import { can, type Role } from '#lib/permission/can.ts';

/** What a role may do, for a list of choices. */
export const ROLE_MEANINGS: Record<Role, string> = {
  instructor: 'marks, and runs the group',
  annotator: 'reads and marks',
  observer: 'reads only',
};

/** "an annotator: you read, mark and discuss". */
export function roleInWords(role: Role): string {
  const words: Record<Role, string> = {
    instructor: 'an instructor: you mark, and run the group',
    annotator: 'an annotator: you read, mark and discuss',
    observer: 'an observer: you read along',
  };
  return words[role];
}

/** "an instructor". */
export function withArticle(role: Role): string {
  return `an ${role}`;
}

/** The group's page, by what is on it for this role. */
export function groupPageTitle(role: Role): string {
  return can({ role }, 'group.manage') ? 'People and invites' : 'People';
}
