/** Why a figure is not defined; what is said instead of it (INSIGHT.md, E). */
export const UNDEFINED = {
  nobody: 'Nobody has marked anything here yet.',
  'one-person': 'Only one person has marked this so far; agreement takes two.',
  'nothing-shared': 'No two people have marked the same part yet.',
  'one-tag':
    'Everyone chose the same everywhere, so it cannot be told apart from luck. That is agreement, but not a number.',
  'everything-marked':
    'Everyone marked everything, so there is nothing to say about what is worth marking.',
  'not-two-people': 'This compares exactly two people.',
  'tag-not-shared': 'Wherever one person used this tag, nobody else had marked anything.',
  'too-few-units': 'There are too few shared parts to say how sure this is.',
  'often-undefined': 'How sure this is cannot be said: it rests on too few of the parts.',
  'few-shared':
    'Two people or more have chosen for fewer than five sentences so far; from the fifth on there are numbers.',
  'none-done':
    'It takes two people who say that they are done with the whole article: until then nobody knows what they left out on purpose.',
  'too-few-people': 'With fewer than three people nobody can be left out to see how sure this is.',
  'too-many-votes': 'For so many votes it is not worked out: it would take long.',
  'too-many-marks':
    'There are too many marks or people for Gamma here: to find which marks belong together would take long.',
  'too-many-people': 'For so many people it is not worked out how much depends on each.',
} as const;

export type WhyUndefined = keyof typeof UNDEFINED;

export interface Undefined {
  readonly defined: false;
  readonly reason: WhyUndefined;
}

/** A figure with what belongs to it; or why there is none, never NaN, 1 or 0 in its place. */
export type Figure<T extends object = { readonly value: number }> =
  | ({ readonly defined: true } & T)
  | Undefined;

export function undefinedFor(reason: WhyUndefined): Undefined {
  return { defined: false, reason };
}

export function figure<T extends object>(parts: T): { readonly defined: true } & T {
  return { defined: true, ...parts };
}
