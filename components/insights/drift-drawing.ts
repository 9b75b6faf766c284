import { scaleLinear } from 'd3-scale';
import { along, percentsUpwards } from '#components/plots/axes.ts';
import {
  type Drawing,
  type Look,
  type Scale,
  type Shape,
  box,
  circle,
  line,
  words,
} from '#components/plots/drawing.ts';
import type { DriftStretch } from '#lib/insight/person-agreement.ts';
import { givenTags } from './given-tags.ts';

const [LEFT, RIGHT, WIDTH] = [42, 292, 300];
const PANEL = 80;
/** Room above a panel for what it shows, below it for the marks' numbers, and for what these are. */
const [TITLE, NUMBERS, FOOT] = [22, 24, 20];
const LEGEND = 18;
/** Between two columns. */
const GAP = 2;

/** A stretch with where it lies among the marks. */
interface Placed extends DriftStretch {
  from: number;
  to: number;
}

/** What somebody picked, and how often that was like another's choice, along the run of their marks. */
export function driftDrawing(drift: readonly DriftStretch[]): Drawing {
  const stretches = placed(drift);
  const x = scaleLinear([0, stretches.at(-1)?.to ?? 0], [LEFT, RIGHT]);
  const picked = panelAt(TITLE + LEGEND);
  const compared = drift.some(({ withRest }) => withRest.defined);
  const like = panelAt(bottomOf(picked) + NUMBERS + TITLE);
  const bottom = bottomOf(compared ? like : picked);
  return {
    width: WIDTH,
    height: bottom + NUMBERS + FOOT,
    shapes: [
      words('What was picked', [0, 11], 'start', 'title'),
      ...legend(drift, 27),
      ...panel(x, picked),
      ...stretches.flatMap((one) => column(one, x, picked)),
      ...(compared ? likeness(stretches, x, like) : []),
      words('marks, from the first to the last', [RIGHT, bottom + NUMBERS + 12], 'end', 'title'),
    ],
  };
}

function placed(drift: readonly DriftStretch[]): Placed[] {
  let from = 0;
  return drift.map((stretch) => {
    const to = from + stretch.marks;
    const one = { ...stretch, from, to };
    from = to;
    return one;
  });
}

const panelAt = (top: number): Scale => scaleLinear([0, 100], [top + PANEL, top]);
const bottomOf = (y: Scale): number => y(0);

const panel = (x: Scale, y: Scale): Shape[] => [...percentsUpwards(x, y, 2), ...along(x, y, 5)];

const LOOKS: readonly Look[] = ['fact', 'prediction', 'opinion'];
const lookOf = (tag: string): Look => LOOKS.find((look) => look === tag) ?? 'other';

/** Whatever was picked at all, as it is drawn. */
function legend(drift: readonly DriftStretch[], top: number): Shape[] {
  const all = Object.assign({}, ...drift.map(({ tags }) => tags)) as DriftStretch['tags'];
  let left = LEFT;
  return givenTags(all).flatMap(({ tag: { id, name } }) => {
    const at = left;
    // Names are short; six to seven units are a letter's width.
    left += 30 + name.length * 6;
    return [box(lookOf(id), [at, top - 9], [at + 12, top]), words(name, [at + 17, top])];
  });
}

/** Shares of the tags, one above the other. */
function column({ from, to, marks, tags }: Placed, x: Scale, y: Scale): Shape[] {
  let before = 0;
  return givenTags(tags).map(({ tag, count }) => {
    const [low, high] = [(before * 100) / marks, ((before + count) * 100) / marks];
    before += count;
    return box(lookOf(tag.id), [x(from) + GAP / 2, y(low)], [x(to) - GAP / 2, y(high) + 1]);
  });
}

function likeness(stretches: readonly Placed[], x: Scale, y: Scale): Shape[] {
  const dots = stretches.map(({ from, to, withRest }) =>
    withRest.defined ? ([x((from + to) / 2), y(withRest.value * 100)] as const) : null,
  );
  const between = dots.flatMap((dot, at) => {
    const next = dots[at + 1] ?? null;
    return dot === null || next === null ? [] : [line('line', dot, next)];
  });
  return [
    words('How often that was like another’s choice', [0, y(100) - 12], 'start', 'title'),
    ...panel(x, y),
    ...between,
    ...dots.flatMap((dot) => (dot === null ? [] : [circle('line', dot, 4)])),
  ];
}
