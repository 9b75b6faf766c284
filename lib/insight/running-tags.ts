import type { Annotation } from '../annotation/record.ts';
import type { Stretch } from './contested.ts';
import type { RecordEvent } from './records-at.ts';

/** As the log has it. `removed`: by an instructor. */
export interface LoggedChange extends RecordEvent {
  what: 'added' | 'changed' | 'deleted' | 'removed';
}

/** A member's tag on a passage before and after a moment. `from` is undefined where they had never marked it. */
interface Turn extends Stretch {
  user: string;
  from: string | null | undefined;
  to: string | null;
}

/** Whose tag it is, and on which words. */
interface Subject extends Stretch {
  user: string;
  /** By key, in the order in which they were put: a passage may be marked twice. */
  tags: Map<string, string | null>;
}

/** What every member tagged each of their passages, moment by moment. A mark made anew on the same words goes on from the one before. */
export class RunningTags {
  readonly #subjects = new Map<string, Subject>();
  /** By key of a standing annotation. */
  readonly #subjectOf = new Map<string, Subject>();

  /** The events of one moment; gives whose tag is another now. What an instructor removed is nobody's change of mind. */
  take(events: readonly LoggedChange[]): Turn[] {
    const before = new Map<Subject, Turn['from']>();
    const note = (subject: Subject | undefined, known: boolean): void => {
      if (subject !== undefined && !before.has(subject))
        before.set(subject, known ? tagOf(subject) : undefined);
    };
    for (const { key, record, what } of events) {
      if (record !== null && !('target' in record)) continue;
      const had = this.#subjectOf.get(key);
      note(what === 'removed' ? undefined : had, true);
      had?.tags.delete(key);
      this.#subjectOf.delete(key);
      if (record === null) continue;
      const [has, known] = this.#subjectFor(record);
      note(has, known);
      has.tags.set(key, record.tag);
      this.#subjectOf.set(key, has);
    }
    return [...before].flatMap(([subject, from]) => {
      const { user, start, end } = subject;
      const to = tagOf(subject);
      return from === to ? [] : { user, start, end, from, to };
    });
  }

  #subjectFor({ author: user, target: { start, end } }: Annotation): [Subject, known: boolean] {
    const name = `${user} ${start}-${end}`;
    const known = this.#subjects.get(name);
    if (known !== undefined) return [known, true];
    const subject = { user, start, end, tags: new Map<string, string | null>() };
    this.#subjects.set(name, subject);
    return [subject, false];
  }
}

/** The one that was put last. */
function tagOf({ tags }: Subject): string | null {
  return [...tags.values()].findLast((tag) => tag !== null) ?? null;
}
