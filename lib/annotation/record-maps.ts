/** The root maps of a records place. */
export const RECORD_MAPS = ['annotations', 'replies', 'reactions', 'assessments'] as const;

export type RecordMap = (typeof RECORD_MAPS)[number];

export function isRecordMap(name: string): name is RecordMap {
  return (RECORD_MAPS as readonly string[]).includes(name);
}
