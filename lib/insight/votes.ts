import type { Annotation } from '../annotation/record.ts';

/** Who marked a stretch, and how: counts of members, never of marks. */
export interface Votes {
  /** Distinct members with a mark here, tagged or not. */
  members: number;
  /** Distinct members with a tag here. */
  tagged: number;
  /** Members by tag; a member who gave two tags here counts under both. */
  tags: Record<string, number>;
}

export function votesOf(annotations: Iterable<Annotation>): Votes {
  const members = new Set<string>();
  const byTag = new Map<string, Set<string>>();
  for (const { author, tag } of annotations) {
    members.add(author);
    if (tag === null) continue;
    const authors = byTag.get(tag);
    if (authors === undefined) byTag.set(tag, new Set([author]));
    else authors.add(author);
  }
  const tagged = new Set([...byTag.values()].flatMap((authors) => [...authors]));
  const tags = Object.fromEntries([...byTag].map(([tag, authors]) => [tag, authors.size]));
  return { members: members.size, tagged: tagged.size, tags };
}

/** The tag that most members gave; null on a tie or without tag. */
export function leadingTag({ tags }: Pick<Votes, 'tags'>): string | null {
  const ranked = Object.entries(tags).sort(([, a], [, b]) => b - a);
  const [first, second] = ranked;
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

/**
 * Three or more members tagged it and its leading tag has under two thirds of them (the
 * codebook's rule for hatching).
 */
export function isContested(votes: Pick<Votes, 'tagged' | 'tags'>): boolean {
  const most = Math.max(0, ...Object.values(votes.tags));
  return votes.tagged >= 3 && most * 3 < votes.tagged * 2;
}

/** The background's step for a number of members: 1, 2–3, 4–7, 8 or more give 1 to 4. */
export function depthStep(members: number): 1 | 2 | 3 | 4 {
  if (members >= 8) return 4;
  if (members >= 4) return 3;
  return members >= 2 ? 2 : 1;
}

/**
 * How much a stretch is disputed, in steps: entropy (bits) x members with a tag, 0 where all agree; 1 from one of each on, 2 from
 * 3, 3 from 6, 4 from 12.
 */
export function splitStep({ tags, tagged }: Pick<Votes, 'tags' | 'tagged'>): 0 | 1 | 2 | 3 | 4 {
  const split = entropy(tags) * tagged;
  if (split === 0) return 0;
  if (split >= 12) return 4;
  if (split >= 6) return 3;
  return split >= 3 ? 2 : 1;
}

/**
 * How split the tags are: Shannon entropy of the tag shares, in bits (C. E. Shannon, A Mathematical Theory of
 * Communication, 1948). 0 when all chose one tag, log2(n) when n tags are even.
 */
export function entropy(tags: Readonly<Record<string, number>>): number {
  let [total, sum] = [0, 0];
  // Without a list of them: it is asked of many thousand passages.
  for (const tag in tags) {
    const count = tags[tag] ?? 0;
    if (count <= 0) continue;
    total += count;
    sum += count * Math.log2(count);
  }
  return total === 0 ? 0 : Math.log2(total) - sum / total;
}
