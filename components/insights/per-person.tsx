import { memo } from 'react';
import { TagCounts } from '#components/ui/tag-counts.tsx';
import { TagSplitBar } from '#components/ui/tag-split-bar.tsx';
import { counted } from '#components/ui/counted.ts';
import { UNDEFINED } from '#lib/insight/agreement/figure.ts';
import type { PersonAgreement } from '#lib/insight/person-agreement.ts';
import type { ReadingMember } from '#lib/protocol/http.ts';
import type { Table } from './csv.ts';
import { driftPicture, driftTable } from './drift-data.ts';
import { DriftPlot } from './drift-plot.tsx';
import { givenTags } from './given-tags.ts';
import { inHundred } from './lead-words.ts';
import { ViewData } from './view-data.tsx';
import { WideSection } from './wide-section.tsx';
import styles from './per-person.module.css';

interface Props {
  persons: readonly PersonAgreement[];
  /** Their names, equal ones told apart. */
  members: readonly ReadingMember[];
  me: string;
  /** The asker sees each member. */
  all: boolean;
}

interface Named extends PersonAgreement {
  name: string;
}

const OVER_THE_RUN = 'Per person, over the run of the marks';

/** How somebody marked, and how that goes with the rest: oneself; instructors each, by name. Never in an order of who agrees most. */
export const PerPerson = memo(function PerPerson({ persons, members, me, all }: Props) {
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const rows = persons
    .map((person) => ({ ...person, name: names.get(person.user) ?? 'Somebody new' }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  const drifting = rows.filter(({ drift }) => drift.length > 0);
  return (
    <WideSection title={all ? 'Per person' : 'Your own marks'}>
      {rows.length === 0 ? (
        <p className={styles.about}>{all ? 'Nobody has' : 'You have not'} tagged anything yet.</p>
      ) : (
        <>
          <div className={styles.people}>
            {rows.map((person) => (
              <Person key={person.user} person={person} isMe={person.user === me} />
            ))}
          </div>
          <p className={styles.about}>
            Someone who often differs may be the one who reads closely.
          </p>
          {drifting.length > 0 && (
            <p className={styles.about}>
              Each column holds marks that followed one another, the first at the left: what share
              of them was which kind. Each dot says how often the choice on those very sentences was
              like another’s; sentences passed over do not count here. Where it changes, the person
              may have learnt something, or the article have turned. A single step may be chance.
            </p>
          )}
          <ViewData
            title="Per person"
            titled={drifting.length > 0}
            file="per-person"
            table={() => tableOf(rows)}
          />
          {drifting.length > 0 && (
            <ViewData
              title={OVER_THE_RUN}
              titled
              file="over-the-run"
              table={() => driftTable(drifting)}
              picture={() => driftPicture(OVER_THE_RUN, drifting)}
            />
          )}
        </>
      )}
    </WideSection>
  );
});

function Person({ person, isMe }: { person: Named; isMe: boolean }) {
  const { name, tags, coverage, withRest, drift } = person;
  return (
    <section className={styles.person}>
      <h3>
        {name} {isMe && <span className={styles.me}>you</span>}
      </h3>
      <TagSplitBar counts={tags} decorative />
      <p className={styles.counts}>
        <TagCounts counts={tags} named />
      </p>
      <p>{inHundred(coverage)} % of the text marked</p>
      <p>
        {withRest.defined
          ? `The same kind as another member ${inHundred(withRest.value)} times in 100, on ${counted(withRest.units, 'sentence')}`
          : UNDEFINED[withRest.reason]}
      </p>
      <DriftPlot name={name} drift={drift} />
    </section>
  );
}

function tableOf(rows: readonly Named[]): Table {
  const tags = givenTags(Object.assign({}, ...rows.map((row) => row.tags)) as Named['tags']);
  return {
    head: ['name', ...tags.map(({ tag }) => tag.name), 'share of text', 'likeness', 'pairs'],
    rows: rows.map(({ name, tags: own, coverage, withRest }) => [
      name,
      ...tags.map(({ tag }) => own[tag.id] ?? 0),
      Number(coverage.toFixed(4)),
      withRest.defined ? Number(withRest.value.toFixed(4)) : '',
      withRest.defined ? withRest.pairs : '',
    ]),
  };
}
