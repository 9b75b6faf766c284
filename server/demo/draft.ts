import { type Chance, deckOf } from './chance.ts';
import type { Deed, PlanKey, PlannedDeed, Tag } from './deeds.ts';
import type { Passage } from './passages.ts';
import type { Reader } from './reader.ts';
import { AGREEMENTS, OBJECTIONS, OPENINGS, SECOND_THOUGHTS } from './remarks.ts';

/** A plan while it is made: what is read, who reads, and what they do, in no order yet. */
export interface Draft {
  passages: readonly Passage[];
  readers: readonly Reader[];
  chance: Chance;
  says: Says;
  /** A fresh name for a record of the member. */
  key(member: number): PlanKey;
  plan(at: number, member: number, deed: Deed): void;
  planned(): PlannedDeed[];
}

/** What is said, each remark once before any comes again. */
interface Says {
  opening: Record<Tag, () => string>;
  agreement: Record<Tag, () => string>;
  objection: Record<Tag, () => string>;
  secondThought(before: Tag, after: Tag): string;
}

export function newDraft(
  { passages, readers }: Pick<Draft, 'passages' | 'readers'>,
  chance: Chance,
  seed: number,
): Draft {
  const planned: PlannedDeed[] = [];
  let records = 0;
  return {
    passages,
    readers,
    chance,
    says: saysBy(chance),
    key(member) {
      records += 1;
      return `${member}/s${seed}-${String(records).padStart(8, '0')}`;
    },
    plan: (at, member, deed) => planned.push({ at, member, deed }),
    planned: () => planned,
  };
}

function saysBy(chance: Chance): Says {
  return {
    opening: decks(chance, OPENINGS),
    agreement: decks(chance, AGREEMENTS),
    objection: decks(chance, OBJECTIONS),
    secondThought: (before, after) => chance.pick(SECOND_THOUGHTS[before][after]),
  };
}

function decks(chance: Chance, remarks: typeof OPENINGS): Record<Tag, () => string> {
  return {
    fact: deckOf(chance, remarks.fact),
    prediction: deckOf(chance, remarks.prediction),
    opinion: deckOf(chance, remarks.opinion),
  };
}
