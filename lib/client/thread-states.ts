import type { Assessment } from '../annotation/record.ts';
import type { Records } from '../annotation/record-set.ts';
import {
  decidingAssessments,
  isThreadAssessment,
  type ThreadAssessment,
} from '../annotation/thread-state.ts';
import { type Observable, observable } from './observable.ts';

/** By annotation the assessment that says whether its thread is resolved; none where nobody settled it. */
export interface ThreadStates {
  readonly deciding: Observable<ReadonlyMap<string, ThreadAssessment>>;
  /** The server is asked now: what comes from here on is newer than what it answers. */
  asked(): void;
  /** By annotation the key of the assessment that was logged last. */
  answered(threads: Readonly<Record<string, string>>): void;
}

type Followed = Pick<Records, 'annotations' | 'assessments'>;

/**
 * Newest logged wins, whatever a writer's clock says: what stood at the first sync as the server says, then in the order of arrival, which
 * is the log's (D11). Only what comes in one go, and what nobody was asked about, goes by the writers' claims.
 */
export function createThreadStates(
  records: Observable<Followed>,
  isInstructor: (user: string) => boolean,
): ThreadStates {
  const deciding = observable<ReadonlyMap<string, ThreadAssessment>>(new Map());
  let order: string[] = [];
  let since = 0;
  let before: Followed['assessments'] = new Map();

  const follow = (): void => {
    const { annotations, assessments } = records.get();
    const came = [...assessments.values()]
      .filter((one) => isThreadAssessment(one) && before.get(one.id) !== one)
      .sort(byClaim)
      .map(({ id }) => id);
    before = assessments;
    const moved = new Set(came);
    since -= order.slice(0, since).filter((key) => moved.has(key)).length;
    order = [...order.filter((key) => !moved.has(key)), ...came];
    const inOrder = order.flatMap((key) => assessments.get(key) ?? []);
    const keys = decidingAssessments(inOrder, {
      authorOf: (annotation) => annotations.get(annotation)?.author,
      isInstructor,
    });
    deciding.set(
      new Map(
        [...keys].flatMap(([annotation, key]) => {
          const one = assessments.get(key);
          return one !== undefined && isThreadAssessment(one) ? [[annotation, one]] : [];
        }),
      ),
    );
  };
  const followChanges = (): void => {
    if (records.get().assessments !== before) follow();
  };
  records.subscribe(followChanges);
  followChanges();

  return {
    deciding,
    asked() {
      since = order.length;
    },
    answered(threads) {
      const last = new Set(Object.values(threads));
      const earlier = order.slice(0, since);
      order = [
        ...earlier.filter((key) => !last.has(key)),
        ...earlier.filter((key) => last.has(key)),
        ...order.slice(since),
      ];
      follow();
    },
  };
}

function byClaim(a: Assessment, b: Assessment): number {
  const [first, second] = [a.modified ?? a.created, b.modified ?? b.created];
  return first === second ? (a.id < b.id ? -1 : 1) : first < second ? -1 : 1;
}
