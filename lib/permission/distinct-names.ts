/**
 * The names by which a group knows its members, told apart: whoever joins later under a name that is taken
 * becomes "Anna Baum (2)". `members` in the order of joining; the result is by id.
 */
export function distinctNames(
  members: readonly { id: string; name: string }[],
): ReadonlyMap<string, string> {
  const taken = new Set(members.map(({ name }) => comparable(name)));
  const seen = new Set<string>();
  const names = new Map<string, string>();
  for (const { id, name } of members) {
    const first = !seen.has(comparable(name));
    seen.add(comparable(name));
    const told = first ? name : nextFree(name, taken);
    taken.add(comparable(told));
    names.set(id, told);
  }
  return names;
}

function nextFree(name: string, taken: ReadonlySet<string>): string {
  const plain = name.replace(/\s+/g, ' ').trim();
  let number = 2;
  while (taken.has(comparable(`${plain} (${number})`))) number += 1;
  return `${plain} (${number})`;
}

/** Names that look alike to a reader are equal. */
function comparable(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
