/** Hues far from the three tags', each with at least 5 : 1 under white initials. */
const COLORS = [
  '#5f7233',
  '#7a5c45',
  '#4b6472',
  '#5a5a7d',
  '#86662d',
  '#46685f',
  '#62613f',
  '#6a5546',
] as const;

/** The colour of somebody's avatar: the same wherever they appear, for avatars only. */
export function personColor(userId: string): string {
  let hash = 0;
  for (let at = 0; at < userId.length; at += 1) hash = (hash * 31 + userId.charCodeAt(at)) % 65_521;
  return COLORS[hash % COLORS.length] ?? COLORS[0];
}
