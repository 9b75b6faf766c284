import { type Logger, pino } from 'pino';

/**
 * Structured logs, one JSON object a line on standard error. What people wrote, their names, mail and tokens
 * never go in: callers log ids and rules, and an error is logged without the words that it quotes (a JSON or
 * SQL error quotes what it was given).
 */
export function createLogger(): Logger {
  return pino({ name: 'postil', serializers: { err: loggedError } }, pino.destination(2));
}

export interface LoggedError {
  type: string;
  code?: string | number;
  message: string;
  /** Where it happened, without the message that V8 puts before it. */
  stack: string[];
  cause?: LoggedError;
}

const LONGEST_MESSAGE = 300;
const DEEPEST_CAUSE = 3;

/** `error` may be anything that was thrown; what is no Error is told by its kind alone. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: [] };
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    message: withoutQuotes(error.message).slice(0, LONGEST_MESSAGE),
    stack: framesOf(error),
    ...(error.cause === undefined || depth === DEEPEST_CAUSE
      ? {}
      : { cause: loggedError(error.cause, depth + 1) }),
  };
}

/** V8, zod and SQLite put the words they complain about between quotation marks, or after a line break. */
function withoutQuotes(message: string): string {
  const [line = ''] = message.split('\n', 1);
  return line.replaceAll(/(["'`]).*\1|[“‘«].*[”’»]/g, '…');
}

function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
}
