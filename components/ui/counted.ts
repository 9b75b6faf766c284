import { grouped } from './grouped.ts';

/** "1 mark", "2 marks", "1,321 words"; `many` where an s is not enough. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
