/** The default tag scheme: what kind of claim a passage makes, never whether it is true. */
export interface TagDefinition {
  id: string;
  name: string;
  /** Stands in toolbar, cards, tallies and tables, never in the text's flow. */
  icon: string;
  key: string;
  meaning: string;
  question: string;
}

const FACT: TagDefinition = {
  id: 'fact',
  name: 'fact',
  icon: '●',
  key: '1',
  meaning:
    'says something is or was so, and evidence could in principle prove it right or wrong; a false statement is still a fact',
  question: 'Which record or measurement would settle this today?',
};

const PREDICTION: TagDefinition = {
  id: 'prediction',
  name: 'prediction',
  icon: '◆',
  key: '2',
  meaning: 'says what will, would, may or will not happen after the time of writing',
  question: 'Could a later event make it right or wrong?',
};

const OPINION: TagDefinition = {
  id: 'opinion',
  name: 'opinion',
  icon: '❝',
  key: '3',
  meaning:
    'judges, values, recommends, blames, or states motives and feelings that nobody can observe',
  question: 'Could two people agree on every event and still differ?',
};

export const DEFAULT_CODEBOOK: readonly TagDefinition[] = [FACT, PREDICTION, OPINION];

/** Undefined for a tag that the codebook does not (or no longer) have. */
export function tagDefinition(
  id: string | null,
  codebook: readonly TagDefinition[] = DEFAULT_CODEBOOK,
): TagDefinition | undefined {
  return codebook.find((tag) => tag.id === id);
}
