import { recordKey } from '#lib/annotation/record-key.ts';
import type { Annotation, Assessment, Voice } from '#lib/annotation/record.ts';
import type { Records } from '#lib/annotation/record-set.ts';

/** What is said of a claim by one click. */
export type Flag = 'hedged' | 'conditional' | 'loaded' | 'worthChecking';

export type Sounds = Extract<Assessment, { kind: 'sounds' }>;

/** The mark with the flag, or without it when it had it. */
export function flagged(mark: Annotation, flag: Flag): Annotation {
  if (mark[flag] !== true) return { ...mark, [flag]: true };
  const { [flag]: _, ...rest } = mark;
  return rest;
}

/** Whose words they are; the same kind again takes it off. `who` stays when only the kind changes, but the author has no name. */
export function voiced(mark: Annotation, kind: Voice['kind']): Annotation {
  const { voice, ...rest } = mark;
  if (voice?.kind === kind) return rest;
  const who = kind === 'author' ? undefined : voice?.who;
  return { ...rest, voice: who === undefined ? { kind } : { kind, who } };
}

/** Who speaks; no words: nobody is named. */
export function spokenBy(mark: Annotation, who: string): Annotation {
  const kind = mark.voice?.kind ?? 'quoted';
  const name = who.trim();
  return { ...mark, voice: name === '' ? { kind } : { kind, who: name } };
}

/** By when, or by what it is judged; no words: that is left open. */
export function predicted(mark: Annotation, field: 'by' | 'judgedBy', words: string): Annotation {
  const { prediction = {}, ...rest } = mark;
  const { [field]: _, ...others } = prediction;
  const said = words.trim() === '' ? others : { ...others, [field]: words.trim() };
  return Object.keys(said).length === 0 ? rest : { ...rest, prediction: said };
}

export function labelled(mark: Annotation, labels: readonly string[]): Annotation {
  const { labels: _, ...rest } = mark;
  return labels.length === 0 ? rest : { ...rest, labels: [...labels] };
}

/** How sure the author sounds to me; null when I have not said. */
export function soundsTo(
  { assessments }: Pick<Records, 'assessments'>,
  user: string,
  on: string,
): Sounds | null {
  for (const one of assessments.values())
    if (one.kind === 'sounds' && one.on === on && one.author === user) return one;
  return null;
}

/** My record with this step; null when it is the step that I had said, which takes it off. */
export function sounding(
  before: Sounds | null,
  step: Sounds['step'],
  fresh: { user: string; localId: string; on: string; now: number },
): Sounds | null {
  const time = new Date(fresh.now).toISOString();
  if (before?.step === step) return null;
  if (before !== null) return { ...before, step, modified: time };
  const id = recordKey(fresh.user, fresh.localId);
  return { id, author: fresh.user, created: time, kind: 'sounds', on: fresh.on, step };
}
