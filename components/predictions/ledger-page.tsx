'use client';
import { useState } from 'react';
import { AccountMenu } from '#components/sign-in/account-menu.tsx';
import { Button } from '#components/ui/button.tsx';
import { counted } from '#components/ui/counted.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Page } from '#components/ui/page.tsx';
import { TopBar } from '#components/ui/top-bar.tsx';
import { useKnownPeople } from '#components/ui/use-known-people.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import type { Prediction } from '#lib/insight/predictions/prediction.ts';
import type { CardDesk } from './card-desk.ts';
import { FILTER_WORDS, LedgerFilters } from './ledger-filters.tsx';
import type { LedgerView } from './ledger-view.ts';
import { NoPredictions } from './no-predictions.tsx';
import { ReadingPredictions } from './reading-predictions.tsx';
import { Scores } from './scores.tsx';
import { filterCounts, type LedgerFilter, shownPredictions } from './shown-predictions.ts';
import { useAddressedCard } from './use-addressed-card.ts';
import { SAVED } from './ledger-desk.ts';
import { useLedgerDesk } from './use-ledger-desk.ts';
import styles from './ledger-page.module.css';

/** All predictions of what a group reads, and what came of them. */
export function LedgerPage({ view }: { view: LedgerView }) {
  const { user, group, readings, members } = view;
  const desk = useLedgerDesk(view);
  const ledger = useObservable(desk.ledger, view.ledger);
  const status = useObservable(desk.status, '');
  const problem = useObservable(desk.problem, null);
  const [filter, setFilter] = useState<LedgerFilter>('all');
  const [worked, setWorked] = useState<ReadonlySet<string>>(new Set());
  useKnownPeople(peopleIn(ledger.predictions), members);
  const missing = useAddressedCard(ledger.predictions, () => setFilter('all'));

  const names = new Map(members.map(({ id, name }) => [id, name]));
  const shown = shownPredictions(ledger.predictions, filter, worked);
  const counts = filterCounts(ledger.predictions);
  const deskFor = (prediction: Prediction): CardDesk | null => {
    const reading = readings.find(({ id }) => id === prediction.reading);
    if (reading === undefined) return null;
    return {
      user,
      reading,
      nameOf: (id) => (id === user.id ? 'you' : (names.get(id) ?? 'somebody who left')),
      write(writes) {
        setWorked(new Set([...worked, prediction.id]));
        desk.write(reading, writes);
      },
    };
  };

  return (
    <>
      <TopBar
        back={{ href: `/?group=${encodeURIComponent(group.id)}`, label: group.name }}
        title="Predictions"
      >
        <AccountMenu user={user} />
      </TopBar>
      <p role="status" className={styles.status}>
        {status !== '' && (
          <span key={status} data-passing={status === SAVED}>
            {status}
          </span>
        )}
      </p>
      <Page>
        <h1 className={styles.lead}>
          {ledger.predictions.length === 0 ? 'No predictions yet.' : leadOf(counts)}
        </h1>
        <p className={styles.about}>
          What the articles say will happen, how sure they sound, and what came of it.
        </p>
        {problem !== null && (
          <Notice kind="error">
            {problem} <Button onClick={() => desk.dismiss()}>All right</Button>
          </Notice>
        )}
        {missing && (
          <Notice>
            The prediction that the link leads to is not one any more, or it is not yours to see.
          </Notice>
        )}
        {ledger.predictions.length === 0 ? (
          <NoPredictions />
        ) : (
          <>
            <LedgerFilters
              counts={counts}
              chosen={filter}
              onChoose={(next) => {
                setFilter(next);
                setWorked(new Set());
              }}
            />
            <div className={styles.columns}>
              <div>
                {ledger.readings.map(({ id, title }) => (
                  <ReadingPredictions
                    key={id}
                    title={title}
                    predictions={shown.filter(({ reading }) => reading === id)}
                    deskFor={deskFor}
                  />
                ))}
                {shown.length === 0 && (
                  <p className={styles.none}>
                    None is {FILTER_WORDS[filter].name} now.{' '}
                    <Button kind="quiet" onClick={() => setFilter('all')}>
                      Show all
                    </Button>
                  </p>
                )}
              </div>
              <Scores ledger={ledger} names={names} me={user.id} />
            </div>
          </>
        )}
      </Page>
    </>
  );
}

function leadOf({ all, open, due, resolved }: Record<LedgerFilter, number>): string {
  return `${counted(all, 'prediction')}: ${open} still to come, ${due} to be checked, ${resolved} settled.`;
}

function peopleIn(predictions: readonly Prediction[]): string[] {
  return predictions.flatMap(({ marks, howSure, forecasts, outcome }) =>
    [...marks, ...howSure.people, ...forecasts, ...(outcome === null ? [] : [outcome])].map(
      (one) => one.user,
    ),
  );
}
