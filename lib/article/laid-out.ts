const LONGEST_LINE = 60;

/** Whether the line breaks inside a block are layout (verse, addresses, lists), not wrapping: every line has at most 60 UTF-16 units. */
export function isLaidOut(text: string): boolean {
  return text.includes('\n') && text.split('\n').every((line) => line.length <= LONGEST_LINE);
}
