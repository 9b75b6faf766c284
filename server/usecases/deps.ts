import type { ImportReader } from '../articles/import-reader.ts';
import type { FailureLimit } from '../auth/failure-limit.ts';
import type { Figures } from '../figures/figures.ts';
import type { Settings } from '../settings.ts';
import type { PlaceLog } from '../store/log.ts';
import type { Store } from '../store/store.ts';
import type { SyncServer } from '../sync/sync-server.ts';

/** What the use cases are made of; `server/main.ts` puts it together. */
export interface Deps {
  store: Store;
  sync: Pick<SyncServer, 'records' | 'here' | 'reviewUser' | 'reviewReading' | 'reveal'>;
  log: Pick<PlaceLog, 'sealState' | 'places' | 'history'>;
  figures: Pick<Figures, 'count'>;
  imports: Pick<ImportReader, 'read'>;
  settings: Settings;
  /** Signs sessions and sync tokens. */
  secret: string;
  failures: FailureLimit;
  /** Milliseconds since the epoch. */
  clock: () => number;
}
