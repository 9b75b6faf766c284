import type { Annotation } from '../annotation/record.ts';
import type { Records } from '../annotation/record-set.ts';
import { changesBetween } from './changes.ts';
import type { Insight, TagFigure } from './insight.ts';
import { RunningPassages } from './running-passages.ts';
import { Tally } from './tally.ts';

/** What the records add up to. Pure: the page and `GET …/insight` show the same figures. */
export function insightOf(records: Records): Insight {
  return new RunningInsight().follow(records);
}

/** An annotation without tag and comment was taken back by its author. */
export function counts({ tag, comment }: Pick<Annotation, 'tag' | 'comment'>): boolean {
  return tag !== null || comment !== null;
}

/** Members who said that they are done, with the whole article or up to some place. */
export function doneMembers({ assessments }: Pick<Records, 'assessments'>): Set<string> {
  const done = new Set<string>();
  for (const { kind, author } of assessments.values()) if (kind === 'done') done.add(author);
  return done;
}

/** What records add up to. Told them anew it looks only at those that changed, and gives what the same records alone would give. */
export class RunningInsight {
  readonly #passages = new RunningPassages();
  readonly #authors = new Tally();
  readonly #tags = new Tally();
  /** By member, their tags. */
  readonly #people = new Map<string, Tally>();
  #annotations = 0;
  #comments = 0;
  #known: Records['annotations'] = new Map();

  follow(records: Records): Insight {
    const { gone, come } = changesBetween(this.#known, records.annotations);
    const changes = { gone: gone.filter(counts), come: come.filter(counts) };
    for (const one of changes.gone) this.#count(one, -1);
    for (const one of changes.come) this.#count(one, 1);
    if (changes.gone.length + changes.come.length > 0) this.#passages.change(changes);
    this.#known = records.annotations;
    return this.#insight(records);
  }

  #count({ author, tag, comment }: Annotation, by: 1 | -1): void {
    this.#annotations += by;
    this.#authors.change(author, by);
    if (comment !== null) this.#comments += by;
    if (tag === null) return;
    this.#tags.change(tag, by);
    const person = this.#people.get(author) ?? new Tally();
    person.change(tag, by);
    if (person.size > 0) this.#people.set(author, person);
    else this.#people.delete(author);
  }

  #insight(records: Records): Insight {
    const { passages, covered } = this.#passages;
    return {
      annotations: this.#annotations,
      members: this.#authors.size,
      comments: this.#comments,
      replies: records.replies.size,
      done: doneMembers(records).size,
      tags: tagFigures(this.#tags, covered),
      people: [...this.#people]
        .map(([user, tags]) => ({ user, tags: Object.fromEntries(tags.entries()) }))
        .sort((a, b) => (a.user < b.user ? -1 : 1)),
      passages,
    };
  }
}

function tagFigures(tags: Tally, characters: ReadonlyMap<string, number>): TagFigure[] {
  const entries = tags.entries();
  const tagged = entries.reduce((sum, [, annotations]) => sum + annotations, 0);
  return entries.map(([tag, annotations]) => ({
    tag,
    annotations,
    characters: characters.get(tag) ?? 0,
    share: annotations / tagged,
  }));
}
