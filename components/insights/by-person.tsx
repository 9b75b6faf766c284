import { TagCounts } from '#components/ui/tag-counts.tsx';
import { TagSplitBar } from '#components/ui/tag-split-bar.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { PersonFigure } from '#lib/insight/insight.ts';
import type { ReadingMember } from '#lib/protocol/http.ts';
import { SideSection } from './side-section.tsx';
import styles from './by-person.module.css';

interface Props {
  people: readonly PersonFigure[];
  /** Their names, equal ones told apart. */
  members: readonly ReadingMember[];
  me: string;
}

/** Who tagged how much and how; most tags first, and me by my name too. */
export function ByPerson({ people, members, me }: Props) {
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const rows = people
    .map(({ user, tags }) => ({
      user,
      tags,
      total: sum(tags),
      name: names.get(user) ?? 'Somebody who left',
    }))
    .toSorted((a, b) => b.total - a.total || a.name.localeCompare(b.name, 'en'));
  return (
    <SideSection title="By person">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>Name</VisuallyHidden>
            </th>
            <th scope="col">
              <VisuallyHidden>Tags by kind</VisuallyHidden>
            </th>
            <th scope="col">
              <VisuallyHidden>Tags in all</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ user, name, tags, total }) => (
            <tr key={user}>
              <th scope="row">
                {name} {user === me && <span className={styles.me}>you</span>}
              </th>
              <td className={styles.split}>
                <TagSplitBar counts={tags} height={5} decorative />
                <TagCounts counts={tags} />
              </td>
              <td className={styles.total}>{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </SideSection>
  );
}

function sum(tags: PersonFigure['tags']): number {
  return Object.values(tags).reduce((total, count) => total + count, 0);
}
