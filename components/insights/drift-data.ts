import { counted } from '#components/ui/counted.ts';
import type { DriftStretch } from '#lib/insight/person-agreement.ts';
import type { Table } from './csv.ts';
import { givenTags } from './given-tags.ts';
import type { Picture } from './picture.ts';

/** Whose marks. */
export interface Drifting {
  name: string;
  drift: readonly DriftStretch[];
}

/** A row for each stretch of each person's marks. */
export function driftTable(persons: readonly Drifting[]): Table {
  const stretches = persons.flatMap(({ drift }) => drift);
  const all = Object.assign({}, ...stretches.map(({ tags }) => tags)) as DriftStretch['tags'];
  const tags = givenTags(all).map(({ tag }) => tag);
  const rowsOf = ({ name, drift }: Drifting): Table['rows'][number][] => {
    let before = 0;
    return drift.map(({ marks, tags: own, withRest }) => {
      const from = before + 1;
      before += marks;
      return [
        name,
        from,
        before,
        ...tags.map(({ id }) => own[id] ?? 0),
        ...(withRest.defined
          ? [Number(withRest.value.toFixed(4)), withRest.pairs, withRest.units]
          : ['', 0, 0]),
      ];
    });
  };
  return {
    head: [
      'name',
      'from mark',
      'to mark',
      ...tags.map(({ name }) => name),
      'likeness',
      'pairs',
      'sentences',
    ],
    rows: persons.flatMap(rowsOf),
  };
}

/** The scales come when they are needed. */
export async function driftPicture(title: string, persons: readonly Drifting[]): Promise<Picture> {
  const [{ driftDrawing }, { drawingsPicture }] = await Promise.all([
    import('./drift-drawing.ts'),
    import('#components/plots/drawings-picture.ts'),
  ]);
  const parts = persons.map(({ name, drift }) => ({
    heading: `${name}, ${counted(marksOf(drift), 'mark')} with a tag`,
    drawing: driftDrawing(drift),
  }));
  return drawingsPicture(title, parts);
}

const marksOf = (drift: readonly DriftStretch[]): number =>
  drift.reduce((sum, { marks }) => sum + marks, 0);
