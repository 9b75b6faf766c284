/** Muted hues that no tag has: avatars only, never marks. */
const COLORS = ['#6b7f3a', '#7a5c45', '#4b6472', '#5a5a7d', '#8a6a2f', '#3f6f68'];

/** The colour of a user's avatar: the same wherever and whenever they appear. */
export function avatarColor(userId: string): string {
  let hash = 0;
  for (const character of userId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return COLORS[hash % COLORS.length] ?? '#4b6472';
}
