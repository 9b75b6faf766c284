import type { Phase } from '#lib/permission/can.ts';

/** One of the group's readings, as its instructors see it. */
export interface GroupReading {
  id: string;
  title: string;
  phase: Phase;
  /** ISO 8601; null for none. */
  due: string | null;
}
