'use client';
import { useHydrated } from './use-hydrated.ts';
import { useMinute } from './use-minute.ts';

interface Props {
  /** ISO 8601. */
  iso: string;
}

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const exact: Intl.DateTimeFormatOptions = {
  ...day,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
};

/** The server and the first render of the browser say it in UTC, so that both say the same. */
function inUtc(iso: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(iso));
}

function here(date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(date);
}

/** A date, in the reader's time zone. */
export function Time({ iso, withHour = false }: Props & { withHour?: boolean }) {
  const hydrated = useHydrated();
  const options = withHour ? exact : day;
  return (
    <time dateTime={iso}>{hydrated ? here(new Date(iso), options) : inUtc(iso, options)}</time>
  );
}

/** "just now", "5 min", "11:02", "Tue 11:02", "28 Jan" or "28 Jan 2022", with the exact time on hover. */
export function RelativeTime({ iso }: Props) {
  const now = useMinute();
  const then = new Date(iso);
  if (now === null)
    return <time dateTime={iso}>{inUtc(iso, { day: 'numeric', month: 'short' })}</time>;
  return (
    <time dateTime={iso} title={here(then, exact)}>
      {sinceThen(then, now)}
    </time>
  );
}

function sinceThen(then: Date, now: number): string {
  const minutes = Math.floor((now - then.getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min`;
  const clock = here(then, { hour: '2-digit', minute: '2-digit', hour12: false });
  if (then.toDateString() === new Date(now).toDateString()) return clock;
  if (minutes < 6 * 24 * 60) return `${here(then, { weekday: 'short' })} ${clock}`;
  const sameYear = then.getFullYear() === new Date(now).getFullYear();
  return here(
    then,
    sameYear
      ? { day: 'numeric', month: 'short' }
      : { day: 'numeric', month: 'short', year: 'numeric' },
  );
}
