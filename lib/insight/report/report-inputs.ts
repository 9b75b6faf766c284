import type { RecordMap } from '../../annotation/record-maps.ts';
import type { Assessment } from '../../annotation/record.ts';
import type { Block } from '../../article/document.ts';
import type { LoggedOfMap } from '../predictions/logged.ts';
import { canonicalJson, canonicalObject } from './canonical-json.ts';

/** Which records a figure is computed from. */
interface RecordSelection {
  of: readonly RecordMap[];
  /** Of assessments only these. */
  kinds?: readonly Assessment['kind'][];
  /** The log's times decide, too. */
  logged?: true;
}

const SELECTIONS = {
  /** Counts, tags, passages. */
  marks: { of: ['annotations'] },
  /** Replies, best arguments. */
  talk: { of: ['annotations', 'replies', 'reactions'] },
  /** Agreement. */
  votes: { of: ['annotations', 'assessments'], kinds: ['done'] },
  predictions: {
    of: ['annotations', 'assessments'],
    kinds: ['sounds', 'forecast', 'outcome', 'signoff'],
    logged: true,
  },
} as const satisfies Record<string, RecordSelection>;

export type RecordInput = keyof typeof SELECTIONS;

export interface HashedRecords extends RecordSelection {
  /** How many. */
  records: number;
  sha256: string;
}

/** What the report's figures were computed from. Each `sha256` is of canonical JSON, that of the text of its UTF-8 bytes. */
export interface ReportInputs extends Record<RecordInput, HashedRecords> {
  text: { characters: number; sha256: string };
  blocks: { blocks: number; sentences: number; sha256: string };
  /** Ids of the group's members, sorted: only their votes count. */
  members: { ids: string[]; sha256: string };
}

interface Subject {
  text: string;
  blocks: readonly Block[];
  members: readonly { id: string }[];
}

export function reportInputs(
  records: readonly LoggedOfMap[],
  { text, blocks, members }: Subject,
  sha256: (text: string) => string,
): ReportInputs {
  const hashed = (value: unknown): string => sha256(canonicalJson(value));
  const written = records.map((one) => ({ ...one, json: canonicalJson(one.record) }));
  const inputOf = (selection: RecordSelection): HashedRecords => {
    const chosen = selected(written, selection);
    return { ...selection, records: chosen.length, sha256: sha256(byMap(chosen, selection)) };
  };
  const ids = members.map(({ id }) => id).sort();
  const sentences = blocks.reduce((sum, block) => sum + block.sentences.length, 0);
  return {
    marks: inputOf(SELECTIONS.marks),
    talk: inputOf(SELECTIONS.talk),
    votes: inputOf(SELECTIONS.votes),
    predictions: inputOf(SELECTIONS.predictions),
    text: { characters: text.length, sha256: sha256(text) },
    blocks: { blocks: blocks.length, sentences, sha256: hashed(blocks) },
    members: { ids, sha256: hashed(ids) },
  };
}

/** With its canonical JSON: most records are in several inputs. */
type Written = LoggedOfMap & { json: string };

function selected(records: readonly Written[], { of, kinds }: RecordSelection): readonly Written[] {
  return records.filter(({ map, record }) => {
    if (!of.includes(map)) return false;
    if (map !== 'assessments' || kinds === undefined) return true;
    return kinds.includes((record as Assessment).kind);
  });
}

/** Canonical JSON `{map: {key: record}}`, of an empty map too; with the log's times `{map: {key: {logged, record}}}`. */
function byMap(records: readonly Written[], { of, logged: withLogged }: RecordSelection): string {
  const maps = Map.groupBy(records, ({ map }) => map);
  return canonicalObject(
    of.map((map) => [
      map,
      canonicalObject(
        (maps.get(map) ?? []).map(({ record, logged, json }) => [
          record.id,
          withLogged ? `{"logged":${JSON.stringify(logged)},"record":${json}}` : json,
        ]),
      ),
    ]),
  );
}
