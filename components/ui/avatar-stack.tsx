import { Avatar, type Person } from './avatar.tsx';
import styles from './avatar-stack.module.css';

interface Props {
  people: readonly Person[];
  /** What the group of people is, for who cannot see it: "Here now". */
  label: string;
  size?: 22 | 24 | 26;
  shown?: number;
}

/** Five people, then "+N". Nothing when nobody is there. */
export function AvatarStack({ people, label, size = 26, shown = 5 }: Props) {
  if (people.length === 0) return null;
  const more = people.slice(shown);
  return (
    <ul className={styles.stack} aria-label={label}>
      {people.slice(0, shown).map((person) => (
        <li key={person.id}>
          <Avatar person={person} size={size} />
        </li>
      ))}
      {more.length > 0 && (
        <li>
          <span
            className={styles.more}
            style={{ width: size, height: size }}
            role="img"
            aria-label={`and ${more.map(({ name }) => name).join(', ')}`}
            title={more.map(({ name }) => name).join(', ')}
          >
            +{more.length}
          </span>
        </li>
      )}
    </ul>
  );
}
