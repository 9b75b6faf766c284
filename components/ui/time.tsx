'use client';
import { useHydrated } from './use-hydrated.ts';
import { useMinute } from './use-minute.ts';

interface Props {
  /** ISO 8601. */
  iso: string;
}

type Write = (date: Date) => string;

/** Writes dates in the reader's time zone. Made when first used and once: to make one takes 200 times as long as to write a date. */
function writer(options: Intl.DateTimeFormatOptions): Write {
  let format: Intl.DateTimeFormat | undefined;
  return (date) => (format ??= new Intl.DateTimeFormat('en-GB', options)).format(date);
}

/** The server and the first render of the browser write it in UTC, so that both say the same. */
function bothWriters(options: Intl.DateTimeFormatOptions): Record<'here' | 'inUtc', Write> {
  return { here: writer(options), inUtc: writer({ ...options, timeZone: 'UTC' }) };
}

const HOUR = { hour: '2-digit', minute: '2-digit', hour12: false } as const;
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const day = bothWriters(DAY);
const exact = bothWriters({ ...DAY, ...HOUR });
const shortDay = bothWriters({ day: 'numeric', month: 'short' });
const shortDayOfYear = writer({ day: 'numeric', month: 'short', year: 'numeric' });
const weekday = writer({ weekday: 'short' });
const hour = writer(HOUR);

/** A date, in the reader's time zone. */
export function Time({ iso, withHour = false }: Props & { withHour?: boolean }) {
  const hydrated = useHydrated();
  const { here, inUtc } = withHour ? exact : day;
  return <time dateTime={iso}>{(hydrated ? here : inUtc)(new Date(iso))}</time>;
}

/** "just now", "5 min", "11:02", "Tue 11:02", "28 Jan" or "28 Jan 2022", with the exact time on hover. */
export function RelativeTime({ iso }: Props) {
  const now = useMinute();
  const then = new Date(iso);
  if (now === null) return <time dateTime={iso}>{shortDay.inUtc(then)}</time>;
  return (
    <time dateTime={iso} title={exact.here(then)}>
      {sinceThen(then, now)}
    </time>
  );
}

function sinceThen(then: Date, now: number): string {
  const minutes = Math.floor((now - then.getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min`;
  const clock = hour(then);
  if (then.toDateString() === new Date(now).toDateString()) return clock;
  if (minutes < 6 * 24 * 60) return `${weekday(then)} ${clock}`;
  const sameYear = then.getFullYear() === new Date(now).getFullYear();
  return sameYear ? shortDay.here(then) : shortDayOfYear(then);
}
