import { type ArticlesStore, createArticlesStore } from './articles-store.ts';
import { type GroupsStore, createGroupsStore } from './groups-store.ts';
import { type InstallationStore, createInstallationStore } from './installation-store.ts';
import { migrate } from './migrations.ts';
import { type PeopleStore, createPeopleStore } from './people-store.ts';
import { type ReadingsStore, createReadingsStore } from './readings-store.ts';
import type { Database } from './tables.ts';

/** Everything that is kept outside the places, whatever database keeps it. */
export interface Store {
  installation: InstallationStore;
  people: PeopleStore;
  groups: GroupsStore;
  articles: ArticlesStore;
  readings: ReadingsStore;
  /** All that `work` does with the store it is given, or nothing of it. */
  transaction<T>(work: (store: Parts) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export type Parts = Omit<Store, 'transaction' | 'close'>;

/** Brings the database's tables up to date first. */
export async function openStore(db: Database): Promise<Store> {
  await migrate(db);
  return {
    ...partsOf(db),
    transaction: (work) => db.transaction().execute((inside) => work(partsOf(inside))),
    close: () => db.destroy(),
  };
}

function partsOf(db: Database): Parts {
  return {
    installation: createInstallationStore(db),
    people: createPeopleStore(db),
    groups: createGroupsStore(db),
    articles: createArticlesStore(db),
    readings: createReadingsStore(db),
  };
}
