import type { ReadingPage } from '#lib/protocol/http.ts';

/** Who wrote a record, as others see them: "You" for myself. */
export function personOf(page: ReadingPage, id: string): { id: string; name: string } {
  return page.members.find((member) => member.id === id) ?? { id, name: 'A former member' };
}

export function nameOf(page: ReadingPage, id: string): string {
  return id === page.user.id ? 'You' : personOf(page, id).name;
}
