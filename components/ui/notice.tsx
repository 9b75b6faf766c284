import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** `error`: said at once to who listens. `done` and `note`: said when there is a pause. */
export type NoticeKind = 'error' | 'done' | 'note';

const ICONS: Record<NoticeKind, typeof Info> = {
  error: CircleAlert,
  done: CircleCheck,
  note: Info,
};

/** Words about what happened or what to know, beside what they are about. */
export function Notice({ kind = 'note', children }: { kind?: NoticeKind; children: ReactNode }) {
  const Icon = ICONS[kind];
  return (
    <div role={kind === 'error' ? 'alert' : 'status'} className={styles.notice} data-kind={kind}>
      <Icon size={16} aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
