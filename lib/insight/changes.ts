import type { Annotation } from '../annotation/record.ts';

/** What became of annotations: one that was edited went and came. */
export interface Changes {
  readonly gone: readonly Annotation[];
  readonly come: readonly Annotation[];
}

type Annotations = ReadonlyMap<string, Annotation>;

export function changesBetween(before: Annotations, now: Annotations): Changes {
  const gone: Annotation[] = [];
  const come: Annotation[] = [];
  let known = 0;
  for (const [key, one] of now) {
    const was = before.get(key);
    if (was !== undefined) known += 1;
    if (was === one) continue;
    if (was !== undefined) gone.push(was);
    come.push(one);
  }
  if (known < before.size) for (const [key, one] of before) if (!now.has(key)) gone.push(one);
  return { gone, come };
}
