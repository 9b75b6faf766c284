/** Whether a day that was picked (ISO) has not begun where this device is. `now`: milliseconds since the epoch. */
export function isDayAhead(day: string, now: number): boolean {
  if (day === '') return false;
  // A year of five digits is no time to JavaScript, and ahead of everybody.
  return !(Date.parse(`${day}T00:00`) <= now);
}
