/** First and last day, `YYYY-MM-DD`. */
interface Period {
  first: string;
  last: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** Words before a date that leave its last day what it is. */
const LEAD =
  /^(?:(?:by|until|till|in|on|at|within|during|about|around|circa|late|the|end|close|of)\s+)+/;

const FORMS: readonly [RegExp, (parts: readonly string[]) => Period | null][] = [
  [/^(\d{4})-(\d{2})-(\d{2})$/, ([y, m, d]) => day(y, Number(m), d)],
  [/^(\d{4})-(\d{2})$/, ([y, m]) => months(y, Number(m), Number(m))],
  [/^(\d{4})$/, ([y]) => months(y, 1, 12)],
  [/^q([1-4])\s+(\d{4})$/, ([q, y]) => months(y, Number(q) * 3 - 2, Number(q) * 3)],
  [form(`(${MONTH})\\s+(\\d{4})`), ([m, y]) => months(y, monthOf(m), monthOf(m))],
  [
    form(`(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH})\\s+(\\d{4})`),
    ([d, m, y]) => day(y, monthOf(m), d),
  ],
  [
    form(`(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s+(\\d{4})`),
    ([m, d, y]) => day(y, monthOf(m), d),
  ],
];

/**
 * The last day, `YYYY-MM-DD`, that a date in a person's words allows: a day, month, quarter or year, also with "by",
 * "end of" and the like in front. "before" means the day before it begins. Null for all other words (PR5).
 */
export function latestDay(words: string): string | null {
  const plain = words.toLowerCase().replace(/[,.]/g, ' ').replace(/\s+/g, ' ').trim();
  const before = /^before\s+/.exec(plain)?.[0] ?? '';
  const period = periodOf(plain.slice(before.length).replace(LEAD, ''));
  if (period === null) return null;
  return before === '' ? period.last : dayBefore(period.first);
}

/** As `latestDay`, of the longest part that is a date and is followed by a comma: "about 28 January 2022, from the text". */
export function latestDayBeforeComma(words: string): string | null {
  const parts = words.split(',');
  for (let length = parts.length; length > 0; length -= 1) {
    const day = latestDay(parts.slice(0, length).join(','));
    if (day !== null) return day;
  }
  return null;
}

/** The same day a year later; of 29 February, 1 March. */
export function aYearAfter(iso: string): string {
  const date = new Date(iso);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return isoDay(date);
}

function periodOf(words: string): Period | null {
  for (const [pattern, read] of FORMS) {
    const found = pattern.exec(words);
    if (found !== null) return read(found.slice(1));
  }
  return null;
}

function form(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`);
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function day(year = '', month: number, of = ''): Period | null {
  const date = new Date(Date.UTC(Number(year), month - 1, Number(of)));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(of);
  return exists ? { first: isoDay(date), last: isoDay(date) } : null;
}

function months(year = '', from: number, to: number): Period | null {
  if (from < 1 || to > 12) return null;
  const first = new Date(Date.UTC(Number(year), from - 1, 1));
  return { first: isoDay(first), last: isoDay(new Date(Date.UTC(Number(year), to, 0))) };
}

function dayBefore(iso: string): string {
  const date = new Date(iso);
  date.setUTCDate(date.getUTCDate() - 1);
  return isoDay(date);
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
