import { counted } from '#components/ui/counted.ts';
import type { ReadingReport } from '#lib/insight/report/reading-report.ts';
import { leadWords } from '../lead-words.ts';
import { marksInWords } from '../marks-in-words.ts';

/** The report's first sentence. */
export function leadOf({ insight, contested, asker }: ReadingReport): string {
  if (insight.annotations === 0)
    return asker.places.includes('shared')
      ? 'Nobody has marked anything yet.'
      : 'You have not marked anything yet; until the reveal you see only your own marks.';
  const { before, strong, after } = leadWords(insight.agreement, contested.passages.length);
  return `${before}${strong}${after}`;
}

/** What it is counted from. */
export function countsOf({ insight, members, left }: ReadingReport): string {
  const { sentences, shared } = insight.agreement;
  return [
    marksInWords(insight),
    `the group has ${counted(members.length, 'member')}`,
    `two or more people decided on ${shared} of ${counted(sentences, 'sentence')}`,
    counted(insight.comments, 'comment'),
    counted(insight.replies, 'reply', 'replies'),
    ...(left.people > 0
      ? [
          `${counted(left.marks, 'mark')} of ${counted(left.people, 'former member')}, whose votes do not count`,
        ]
      : []),
  ].join(' · ');
}

/** A name as the asker may see it. */
export function nameIn({ members }: Pick<ReadingReport, 'members'>, user: string): string {
  return members.find(({ id }) => id === user)?.name ?? 'A former member';
}

/** "22 November 2026 at 09:30 UTC". */
export function momentInWords(iso: string): string {
  const write = (style: Intl.DateTimeFormatOptions): string =>
    new Date(iso).toLocaleString('en-GB', { ...style, timeZone: 'UTC' });
  return `${write({ dateStyle: 'long' })} at ${write({ timeStyle: 'short' })} UTC`;
}

/** "22 Nov 2026, 09:30", in UTC. */
export function shortMoment(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
}

/** By whose eyes it was counted. */
export function scopeOf({ asker: { name, places } }: Pick<ReadingReport, 'asker'>): string {
  const desks = places.filter((place) => place !== 'shared').length;
  const own = 'their own desk: the reading is blind for them, so nobody else’s marks are in it';
  const shared = 'what the members share';
  const all = `${shared}, and ${counted(desks, 'desk')} that ${desks === 1 ? 'is' : 'are'} not revealed`;
  const what = places.includes('shared') ? (desks > 0 ? all : shared) : own;
  return `Counted for ${name}: everything counts only what they may read, which is ${what}. Private notes are never counted.`;
}

/** How many differ, and where that is told from. */
export function contestedIntro({ contested: { sentences, passages } }: ReadingReport): string {
  if (sentences === 0)
    return 'Nobody differs yet: on no sentence have two members chosen different kinds.';
  const differ = `Members differ on ${counted(sentences, 'sentence')}`;
  const most = passages.length < sentences ? `; these ${passages.length} come first` : '';
  return `${differ}${most}. For each kind stands the comment with most agreements, then most replies, then the oldest.`;
}

/** "Anna Baum (2 agree, 1 reply)". */
export function spokenBy(
  name: string,
  { agreements, replies }: { agreements: number; replies: number },
): string {
  const counts = [
    ...(agreements > 0 ? [`${agreements} ${agreements === 1 ? 'agrees' : 'agree'}`] : []),
    ...(replies > 0 ? [counted(replies, 'reply', 'replies')] : []),
  ];
  return counts.length === 0 ? name : `${name} (${counts.join(', ')})`;
}

/** Of a comment, in UTF-16 units. */
export const MOST_ARGUMENT = 600;

/** Byline, source and when it was written, as far as they are known. */
export function aboutArticle({ byline, source, written }: ReadingReport['article']): string {
  return [byline, source, written].filter((one) => one !== null && one !== '').join(' · ');
}

/** "Since the reveal on …", as the list of changed tags begins. */
export function sinceInWords({ since }: ReadingReport['changed']): string {
  if (since === null) return 'From the beginning';
  return `Since the ${since.what === 'revealed' ? 'reveal' : 'close'} on ${momentInWords(since.at)}`;
}
