'use client';
import { type ReactNode, useMemo } from 'react';
import { DEFAULT_CODEBOOK } from '#lib/annotation/codebook.ts';
import type { Annotation } from '#lib/annotation/record.ts';
import { hides, NO_TAG, QUALITIES } from '#lib/insight/filter.ts';
import { nameOf } from '#components/margin/people.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { Button } from '#components/ui/button.tsx';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { choose, showEverything, toggled } from './choose.ts';
import { QUALITY_WORDS, tagWords } from './filter-words.ts';
import styles from './filter-choices.module.css';

/** What the marks can be filtered by: tags, what they have, people, labels; and their order. */
export function FilterChoices() {
  const room = useRoom();
  const { page, records, state } = room;
  const filter = useObservable(state.find);
  const { annotations } = useObservable(records.all);
  const { authors, labels } = useMemo(() => valuesOf(annotations), [annotations]);
  return (
    <div data-filter className={styles.choices}>
      <Choices label="Tag">
        {DEFAULT_CODEBOOK.map((tag) => (
          <Choice
            key={tag.id}
            chosen={filter.tags.includes(tag.id)}
            onChoose={() => choose(room, { tags: toggled(filter.tags, tag.id) })}
          >
            <TagIcon tag={tag} /> {tag.name}
          </Choice>
        ))}
        <Choice
          chosen={filter.tags.includes(NO_TAG)}
          onChoose={() => choose(room, { tags: toggled(filter.tags, NO_TAG) })}
        >
          {tagWords(NO_TAG)}
        </Choice>
      </Choices>
      <Choices label="Only">
        <Choice
          chosen={filter.show === 'mine'}
          onChoose={() => choose(room, { show: filter.show === 'mine' ? 'everyone' : 'mine' })}
        >
          mine
        </Choice>
        {QUALITIES.map((quality) => (
          <Choice
            key={quality}
            chosen={filter.is.includes(quality)}
            onChoose={() => choose(room, { is: toggled(filter.is, quality) })}
          >
            {QUALITY_WORDS[quality]}
          </Choice>
        ))}
      </Choices>
      {authors.length > 1 && (
        <Choices label="Person">
          {authors.map((user) => (
            <Choice
              key={user}
              chosen={filter.by.includes(user)}
              onChoose={() => choose(room, { by: toggled(filter.by, user) })}
            >
              {nameOf(page, user)}
            </Choice>
          ))}
        </Choices>
      )}
      {labels.length > 0 && (
        <Choices label="Label">
          {labels.map((label) => (
            <Choice
              key={label}
              chosen={filter.labels.includes(label)}
              onChoose={() => choose(room, { labels: toggled(filter.labels, label) })}
            >
              {label}
            </Choice>
          ))}
        </Choices>
      )}
      <div className={styles.foot}>
        <Choices label="Order">
          {(['place', 'time'] as const).map((sort) => (
            <Choice
              key={sort}
              chosen={filter.sort === sort}
              onChoose={() => choose(room, { sort })}
            >
              {sort === 'place' ? 'as in the text' : 'newest first'}
            </Choice>
          ))}
        </Choices>
        {hides(filter) && (
          <Button kind="quiet" onClick={() => showEverything(room)}>
            Show everything
          </Button>
        )}
      </div>
    </div>
  );
}

function Choices({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={styles.group}>
      {children}
    </div>
  );
}

interface ChoiceProps {
  chosen: boolean;
  onChoose: () => void;
  children: ReactNode;
}

function Choice({ chosen, onChoose, children }: ChoiceProps) {
  return (
    <button type="button" className={styles.choice} aria-pressed={chosen} onClick={onChoose}>
      {children}
    </button>
  );
}

function valuesOf(annotations: ReadonlyMap<string, Annotation>): {
  authors: string[];
  labels: string[];
} {
  const all = [...annotations.values()];
  return {
    authors: [...new Set(all.map(({ author }) => author))],
    labels: [...new Set(all.flatMap(({ labels }) => labels ?? []))].sort(),
  };
}
