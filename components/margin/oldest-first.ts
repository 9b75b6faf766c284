import type { Annotation, Reply } from '#lib/annotation/record.ts';

/** By what the writers claim; of two at one moment the smaller key. */
export function oldestFirst(a: Annotation | Reply, b: Annotation | Reply): number {
  return a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created < b.created ? -1 : 1;
}
