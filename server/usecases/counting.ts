import type { Problem } from '#lib/protocol/http.ts';
import type { Result } from '#lib/result.ts';
import type { Encoded } from '../figures/encoded.ts';
import type { FiguresOrder } from '../figures/orders.ts';
import { ok } from '#lib/result.ts';
import type { Deps } from './deps.ts';
import type { User } from './use-cases.ts';

/** An order that is given now. */
type Ordered = FiguresOrder extends infer O
  ? O extends FiguresOrder
    ? Omit<O, 'now'>
    : never
  : never;

/** Has figures counted; `T` is what the work gives. All that the order names must have been found to be theirs to read. */
export function counting({ figures, clock }: Pick<Deps, 'figures' | 'clock'>) {
  return async <T>(user: User, order: Ordered): Promise<Result<Encoded<T>, Problem>> => {
    const counted = await figures.count(user.id, { ...order, now: clock() });
    return counted.ok ? ok({ json: counted.value }) : counted;
  };
}
