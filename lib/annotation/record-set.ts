import type { Annotation, Assessment, Reaction, Reply } from './record.ts';

/** The records of one place, by key. */
export interface Records {
  annotations: ReadonlyMap<string, Annotation>;
  replies: ReadonlyMap<string, Reply>;
  reactions: ReadonlyMap<string, Reaction>;
  assessments: ReadonlyMap<string, Assessment>;
}

export const NO_RECORDS: Records = {
  annotations: new Map(),
  replies: new Map(),
  reactions: new Map(),
  assessments: new Map(),
};
