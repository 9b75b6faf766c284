/** "1,321". Written out: the browser's `toLocaleString` takes 20 times as long, and its tables some milliseconds at first. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
