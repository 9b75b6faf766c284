import { describe, expect, it } from 'vitest';
import { checkRecord } from '#lib/annotation/check-record.ts';
import type { Block } from '#lib/article/document.ts';
import { sentenceRanges } from '#lib/article/sentences.ts';
import { type Mark, memberOf, type PlannedDeed } from './deeds.ts';
import { groundOf, recordOf, recordsAfter } from './record-of.ts';
import { simulatedReading } from './simulated-reading.ts';

/** Twelve paragraphs of invented news and views. */
const PARAGRAPHS = Array.from({ length: 12 }, (_, at) =>
  [
    `On Monday the council of town ${at} voted to close ${at + 2} of its libraries, the clerk said.`,
    'It was the wrong decision, and the mayor should be ashamed of it.',
    'Most of them will be empty by the spring, and some may never open again.',
    'Perhaps a few will reopen next year, if the money comes.',
    'The old building burned down in 1974, and 300 people helped to carry the books out.',
    '“We counted every volume,” said Ω one of them 📚, who still lives there.',
  ].join(' '),
);
const TEXT = ['Empty shelves', ...PARAGRAPHS].join('\n');
const BLOCKS = blocksOf(TEXT);
const REVISION = { id: 'revision-1', text: TEXT };
const NOW = Date.parse('2026-01-05T10:00:00Z');
const scene = (members = 6) => ({
  revision: REVISION,
  users: Array.from({ length: members }, (_, index) => `user${index}`),
});

function blocksOf(text: string): Block[] {
  let start = 0;
  return text.split('\n').map((block, index) => {
    const from = start;
    start += block.length + 1;
    const sentences = sentenceRanges(block).map(([a, b]): [number, number] => [from + a, from + b]);
    return {
      start: from,
      end: from + block.length,
      kind: index === 0 ? 'heading' : 'paragraph',
      sentences,
    };
  });
}

const SEEDS = [1, 2, 3, 4, 5];
const planOf = (seed: number, members = 6): PlannedDeed[] =>
  simulatedReading(BLOCKS, TEXT, seed, members);
const marksOf = (plan: readonly PlannedDeed[]): (Mark & { member: number; at: number })[] =>
  plan.flatMap(({ at, member, deed }) => (deed.kind === 'mark' ? [{ ...deed, member, at }] : []));

describe.each(SEEDS)('with seed %i', (seed) => {
  it('[SM1] the same seed gives the same deeds, another seed others', () => {
    expect(planOf(seed)).toEqual(planOf(seed));
    expect(planOf(seed)).not.toEqual(planOf(seed + 100));
  });

  it('[SM2] every record is one that the server takes, of the member who writes it', () => {
    const context = {
      revision: REVISION,
      tags: new Set(['fact', 'prediction', 'opinion']),
      now: NOW + 3_600_000,
      limitBytes: 65_536,
    };
    const records = recordsAfter(planOf(seed), scene(), { began: NOW });
    for (const map of ['annotations', 'replies', 'reactions', 'assessments'] as const)
      for (const [key, record] of records[map])
        expect(checkRecord(map, key, record, context)).toEqual({ ok: true, value: record });
  });

  it('[SM2] nobody changes, settles or rates what is not theirs, nor twice alike', () => {
    const seen = new Set<string>();
    for (const { member, deed } of planOf(seed)) {
      if (deed.kind === 'retag') expect(memberOf(deed.mark)).toBe(member);
      if (deed.kind === 'settle' || deed.kind === 'sounds') expect(memberOf(deed.on)).toBe(member);
      if ('key' in deed) expect(memberOf(deed.key)).toBe(member);
      const what = 'key' in deed ? deed.key : null;
      if (what !== null) expect(seen.has(what)).toBe(false);
      if (what !== null) seen.add(what);
    }
    const reactions = planOf(seed).flatMap(({ member, deed }) =>
      deed.kind === 'react' ? [`${member} ${deed.on}`] : [],
    );
    expect(new Set(reactions).size).toBe(reactions.length);
  });

  it('[SM3] what a deed builds on was done before', () => {
    const done = new Set<string>();
    for (const { deed } of planOf(seed)) {
      const ground = groundOf(deed);
      if (ground !== null) expect(done.has(ground)).toBe(true);
      if ('key' in deed) done.add(deed.key);
    }
  });

  it('[SM3] in order of time', () => {
    const times = planOf(seed).map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(0);
  });

  it('[SM4] everybody reads, tags and says that they are done; all kinds of deeds occur', () => {
    const plan = planOf(seed);
    const doing = (kind: string): number =>
      new Set(plan.filter(({ deed }) => deed.kind === kind).map(({ member }) => member)).size;
    expect([doing('look'), doing('mark'), doing('done')]).toEqual([6, 6, 6]);
    for (const kind of ['reply', 'react', 'retag', 'settle', 'sounds'])
      expect(doing(kind), kind).toBeGreaterThan(0);
    expect(marksOf(plan).filter(({ words }) => words !== undefined).length).toBeGreaterThan(5);
  });

  it('[SM5] they agree more than by luck, and not always', () => {
    const alpha = beyondLuck(marksOf(planOf(seed)));
    expect(alpha).toBeGreaterThan(0.25);
    expect(alpha).toBeLessThan(0.85);
  });

  it('[SM6] the first seconds bring a good part of the marks, everywhere in the text; then one every few seconds', () => {
    const marks = marksOf(planOf(seed));
    const early = marks.filter(({ at }) => at < 4000);
    expect(early.length).toBeGreaterThan(marks.length / 6);
    expect(early.some(({ start }) => start < TEXT.length / 4)).toBe(true);
    expect(early.some(({ start }) => start > TEXT.length / 2)).toBe(true);
    const late = marks.filter(({ at }) => at >= 4000);
    const gap = ((late.at(-1)?.at ?? 0) - 4000) / late.length;
    expect(gap).toBeGreaterThan(1000);
    expect(gap).toBeLessThan(6000);
  });

  it('[SM6] who marks has selected the passage before', () => {
    const plan = planOf(seed);
    const late = marksOf(plan).filter(({ at }) => at > 8000);
    for (const { at, member, start, end } of late) {
      const selections = plan
        .filter((one) => one.member === member && one.at < at)
        .map(({ deed }) => (deed.kind === 'look' ? deed.selection : undefined));
      expect(selections).toContainEqual({ start, end });
    }
  });
});

it('[SM2] headings and the note before the text are left alone', () => {
  const note = 'A note about what follows here.';
  const text = ['Title of the whole thing today', note, ...PARAGRAPHS].join('\n');
  const marks = marksOf(simulatedReading(blocksOf(text), text, 1));
  expect(Math.min(...marks.map(({ start }) => start))).toBeGreaterThan(text.indexOf(note));
  expect(marks.filter(({ start }) => start < text.indexOf(PARAGRAPHS[0] ?? ''))).toEqual([]);
});

it('[SM7] any number of members, any text', () => {
  expect(planOf(1, 0)).toEqual([]);
  expect(marksOf(planOf(1, 1)).length).toBeGreaterThan(5);
  expect(new Set(marksOf(planOf(1, 200)).map(({ member }) => member)).size).toBe(200);
  expect(marksOf(simulatedReading([], '', 1))).toEqual([]);
  expect(marksOf(simulatedReading(blocksOf('Only a title'), 'Only a title', 1))).toEqual([]);
});

it('[SM8] what was done before a time is what the records hold then', () => {
  const plan = planOf(1);
  const whole = recordsAfter(plan, scene(), { began: NOW });
  const half = recordsAfter(plan, scene(), { began: NOW, until: 4000 });
  expect(whole.annotations.size).toBe(marksOf(plan).length);
  expect(half.annotations.size).toBe(marksOf(plan).filter(({ at }) => at < 4000).length);
  const changed = [...whole.annotations.values()].filter(({ modified }) => modified !== undefined);
  expect(changed.length).toBe(plan.filter(({ deed }) => deed.kind === 'retag').length);
});

it('[SM8] nothing is written about what is not there', () => {
  const plan = planOf(1);
  const nothing = recordsAfter([], scene(), { began: NOW });
  for (const { deed } of plan.filter((one) => groundOf(one.deed) !== null))
    expect(recordOf(deed, scene(), nothing, NOW)).toBeNull();
});

/** Agreement of pairs of members on a sentence, beyond what the shares of the tags would bring by luck (Scott 1955). */
function beyondLuck(marks: readonly Mark[]): number {
  const sentences = BLOCKS.flatMap((block) => block.sentences);
  const groups = Map.groupBy(marks, ({ start }) =>
    sentences.findIndex(([from, to]) => start >= from && start < to),
  );
  const pairs = [...groups.values()].flatMap((group) =>
    group.flatMap((one, index) => group.slice(0, index).map((other) => one.tag === other.tag)),
  );
  const agreed = pairs.filter(Boolean).length / pairs.length;
  const byLuck = [...Map.groupBy(marks, ({ tag }) => tag).values()].reduce(
    (sum, group) => sum + (group.length / marks.length) ** 2,
    0,
  );
  return (agreed - byLuck) / (1 - byLuck);
}
