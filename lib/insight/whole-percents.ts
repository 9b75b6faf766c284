/**
 * Each number's share of their sum in whole per cent, 100 together: rounded down, and the points that are then
 * missing go to the largest remainders (the method of T. Hare), among equal ones to the earlier. All zero for a
 * sum of zero.
 */
export function wholePercents(numbers: readonly number[]): number[] {
  const sum = numbers.reduce((total, number) => total + number, 0);
  if (sum === 0) return numbers.map(() => 0);
  const floors = numbers.map((number) => Math.floor((number * 100) / sum));
  const missing = 100 - floors.reduce((total, floor) => total + floor, 0);
  const byRemainder = numbers
    .map((number, index) => ({ index, remainder: (number * 100) % sum }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, missing).map(({ index }) => index));
  return floors.map((floor, index) => (raised.has(index) ? floor + 1 : floor));
}
