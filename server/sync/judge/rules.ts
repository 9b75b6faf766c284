/**
 * The rules a write can break, each with what it asks (docs/SYNC.md, "Judging" and "Notes").
 * The codes are stable: they go to the refused client, into metrics and into test titles.
 */
export const RULES = {
  J3: 'one block per client, nothing cut off, nothing behind the delete set',
  J5: 'no absurd clocks, no absurd amount of deleted content',
  J6: 'every struct and every delete range has a length of at least one, and none overlap',
  J7: 'no garbage structs',
  J8: 'only plain values, no nested types',
  J9: 'no right origins: records are not a list',
  J10: 'several values in one struct only where they are already deleted',
  J11: 'a new key stands in a known root map, follows the key grammar and is the writer’s own',
  J12: 'an overwrite stays on a key of the writer’s own, and its origins lead somewhere',
  J13: 'what is known already is repeated as it is',
  J14: 'a client id belongs to one user',
  J16: 'only the owner deletes a record, or who may moderate',
  J18: 'values are plain JSON',
  J23: 'what an instructor removed stays removed',
  R1: 'a record follows its schema and quotes its passage',
  P1: 'the writer may write this here and now',
  L1: 'not too many records of one member',
  L2: 'not too many bytes in one place',
  L3: 'not too many client ids of one member',
  N1: 'the notes have one root',
  N2: 'notes are nodes, text, formatting and attributes, nothing else',
  N3: 'nodes have the names of the notes schema',
  N4: 'text is marked as the notes schema says, and links lead to http, https or mailto',
  N5: 'attributes are those of the node, with values the notes schema knows',
  N6: 'everything stands in one place, and that is a place for it',
  N7: 'nothing is nested too deeply',
  N10: 'an update is put in its place in a bounded time',
} as const;

export type Rule = keyof typeof RULES;
