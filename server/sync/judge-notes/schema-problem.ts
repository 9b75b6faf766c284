import { isNotesAttribute, mayHold } from '#lib/annotation/notes-schema.ts';
import type { DecodeProblem } from '../judge/decode.ts';
import { covers } from '../judge/delete-set.ts';
import type { DecodedNotes } from './decode.ts';
import type { NotesDraft, NovelItem } from './notes-draft.ts';
import type { Spot } from './notes-index.ts';
import { notesProblem } from './notes-problem.ts';

/**
 * The first thing in the draft that stands where the notes schema has no place for it. What
 * was deleted, or stands in something deleted, nobody can see: its names were checked on reading.
 */
export function schemaProblem(
  draft: NotesDraft,
  deletes: DecodedNotes['deletes'],
): DecodeProblem | null {
  if (draft.mustBeDead.some((spot) => !draft.isDead(spot)))
    return notesProblem('N6', BESIDE_NOTHING);
  for (const novel of draft.novel) {
    const problem = severalProblem(novel, deletes) ?? itemProblem(novel, draft);
    if (problem !== null) return problem;
  }
  return null;
}

/**
 * Yjs deletes an attribute's value as a whole, when another takes its place or its node goes. Of one with several
 * units that something cuts, the first part would stay, and Yjs throws on it when it collects the node: in the
 * server, in every client, at each loading. Undo makes such structs honestly, of what is deleted (J10); dead ones count too,
 * for their node may go in the same update.
 */
function severalProblem(
  { client, item, run, length }: NovelItem,
  deletes: DecodedNotes['deletes'],
): DecodeProblem | null {
  const { kind } = item.content;
  const attribute = run.spot?.attribute ?? null;
  if (attribute === null || length === 1 || kind === 'deleted' || kind === 'garbage') return null;
  if (covers(deletes.get(client), run.clock, run.clock + length)) return null;
  return notesProblem('N5', `This writes “${attribute.slice(0, 40)}” several times at once.`);
}

function itemProblem({ item, run }: NovelItem, draft: NotesDraft): DecodeProblem | null {
  const { spot } = run;
  if (spot === null || draft.isDead(spot)) return null;
  return spot.attribute === null
    ? childProblem(item, spot)
    : attributeProblem(item, spot, spot.attribute);
}

function childProblem({ content }: NovelItem['item'], { container }: Spot): DecodeProblem | null {
  const { name } = container;
  switch (content.kind) {
    case 'text':
    case 'format':
      return name === 'text'
        ? null
        : notesProblem('N6', `Text cannot stand in “${name}” as it is.`);
    case 'node':
      if (mayHold(name, content.name)) return null;
      return notesProblem('N6', `“${content.name}” cannot stand in “${name}”.`);
    case 'value':
      return notesProblem('N2', 'Notes are text and its formatting: nothing else is taken here.');
    case 'deleted':
    case 'garbage':
      return null;
    default:
      return content satisfies never;
  }
}

function attributeProblem(
  { content, rightOrigin }: NovelItem['item'],
  { container }: Spot,
  attribute: string,
): DecodeProblem | null {
  if (content.kind === 'deleted') return null;
  const fits =
    content.kind === 'value' &&
    rightOrigin === null &&
    content.values.every((value) => isNotesAttribute(container.name, attribute, value));
  if (fits) return null;
  return notesProblem('N5', `“${container.name}” cannot have this “${attribute.slice(0, 40)}”.`);
}

const BESIDE_NOTHING =
  'This stands beside something that was removed long ago. Reload the page and write it again.';
