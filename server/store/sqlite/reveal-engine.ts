import type { PlaceId } from '../log.ts';
import type { SealState } from '../reveal-log.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

/** Epochs, seals and reveals over one open SQLite database, blocking; the tables are there already. */
export interface RevealEngine {
  /** The epoch that new places of the reading begin with. */
  epoch(reading: string): number;
  raiseEpoch(reading: string): void;
  seal(place: PlaceId): void;
  /** Notes that the place's content is in `shared` since `at`; inside the append's transaction. */
  reveal(place: PlaceId, at: number): void;
  sealState(place: PlaceId): SealState;
  places(reading: string): Map<string, SealState>;
}

interface SealRow {
  sealed: 0 | 1;
  revealed: 0 | 1;
}

export function createRevealEngine(database: SqliteDatabase): RevealEngine {
  const findEpoch = database.prepare<[string], { epoch: number }>(
    'SELECT epoch FROM log_epochs WHERE reading = ?',
  );
  const raiseReading = database.prepare(
    'INSERT INTO log_epochs (reading, epoch) VALUES (?, 1) ON CONFLICT DO UPDATE SET epoch = epoch + 1',
  );
  const raisePlaces = database.prepare('UPDATE log_places SET epoch = ? WHERE reading = ?');
  const addSeal = database.prepare(
    'INSERT INTO log_seals (reading, place) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const addReveal = database.prepare(
    `INSERT INTO log_seals (reading, place, revealed_at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET revealed_at = coalesce(revealed_at, excluded.revealed_at)`,
  );
  const findSeal = database.prepare<[string, string], SealRow>(
    `SELECT 1 AS sealed, revealed_at IS NOT NULL AS revealed FROM log_seals
     WHERE reading = ? AND place = ?`,
  );
  const findPlaces = database.prepare<[string, string], SealRow & { place: string }>(
    `SELECT place, max(sealed) AS sealed, max(revealed) AS revealed FROM (
       SELECT place, 0 AS sealed, 0 AS revealed FROM log_places WHERE reading = ? AND head > 0
       UNION ALL
       SELECT place, 1, revealed_at IS NOT NULL FROM log_seals WHERE reading = ?
     ) GROUP BY place`,
  );

  const epoch = (reading: string): number => findEpoch.get(reading)?.epoch ?? 0;
  const raise = database.transaction((reading: string) => {
    raiseReading.run(reading);
    raisePlaces.run(epoch(reading), reading);
  });
  return {
    epoch,
    raiseEpoch: (reading) => raise.immediate(reading),
    seal: ({ reading, place }) => void addSeal.run(reading, place),
    reveal: ({ reading, place }, at) => void addReveal.run(reading, place, at),
    sealState: ({ reading, place }) => sealStateOf(findSeal.get(reading, place)),
    places: (reading) =>
      new Map(findPlaces.all(reading, reading).map((row) => [row.place, sealStateOf(row)])),
  };
}

function sealStateOf(row: SealRow | undefined): SealState {
  return { sealed: row?.sealed === 1, revealed: row?.revealed === 1 };
}
