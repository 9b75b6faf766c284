import { TagIcon } from '#components/ui/tag-icon.tsx';
import type { TagChoice } from './chosen-by.ts';

/** Who chose what: a line for each kind. */
export function Choices({
  choices,
  className,
}: {
  choices: readonly TagChoice[];
  className: string | undefined;
}) {
  return (
    <dl className={className}>
      {choices.map(({ tag, people }) => (
        <div key={tag.id}>
          <dt>
            <TagIcon tag={tag} /> {tag.name}
          </dt>
          <dd>{people.join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}
