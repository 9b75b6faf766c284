import type { z } from 'zod';
import { nameSchema } from '#lib/protocol/name.ts';
import type { Problem } from '#lib/protocol/http.ts';
import { type Result, ok } from '#lib/result.ts';
import type { UserRow } from '../store/tables.ts';
import type { SignedIn } from './use-cases.ts';

/** What every way of signing in asks and answers alike. */
export const personNameSchema = nameSchema(
  'Give the name that the group knows you by.',
  80,
  'A name has at most 80 characters.',
);

export function signedIn(user: UserRow): Result<SignedIn, Problem> {
  return ok({ id: user.id, name: user.name, epoch: user.session_epoch });
}

export function firstMessage(error: z.ZodError): string {
  return error.issues[0]?.message ?? 'Something is missing.';
}
