import { personColor } from '#lib/protocol/person-color.ts';
import { initials } from './initials.ts';
import styles from './avatar.module.css';

export interface Person {
  id: string;
  name: string;
}

interface Props {
  person: Person;
  /** Diameter in px. */
  size?: 22 | 24 | 26;
  /** The name stands beside it already. */
  decorative?: boolean;
}

export function Avatar({ person, size = 26, decorative = false }: Props) {
  const label = decorative
    ? { 'aria-hidden': true as const }
    : { role: 'img', 'aria-label': person.name, title: person.name };
  return (
    <span
      {...label}
      className={styles.avatar}
      style={{
        background: personColor(person.id),
        width: size,
        height: size,
        fontSize: size * 0.4,
      }}
    >
      {initials(person.name)}
    </span>
  );
}
