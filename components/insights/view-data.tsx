import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { grouped } from '#components/ui/grouped.ts';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { csvOf, type Table } from './csv.ts';
import type { Picture } from './picture.ts';
import { pngOf, saveFile, saveText } from './save-file.ts';
import styles from './view-data.module.css';

interface Props {
  /** What the table tells. */
  title: string;
  /** Its title is to be seen: there are several beside one another. */
  titled?: boolean;
  /** Begins the names of its files. */
  file: string;
  /** Made when it is asked for; more than the first `most` rows need not be. */
  table: (most?: number) => Table;
  /** Drawn when it is asked for. */
  picture?: () => Picture | Promise<Picture>;
}

/** A view's data: a table for who listens or counts for themselves, and files to keep. */
export function ViewData({ title, titled = false, file, table, picture }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className={styles.data}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
    >
      <summary>Data{titled ? `: ${title}` : <VisuallyHidden>: {title}</VisuallyHidden>}</summary>
      <div className={styles.buttons}>
        <Button onClick={() => saveText(`${file}.csv`, 'text/csv', csvOf(table()))}>CSV</Button>
        {picture !== undefined && (
          <>
            <Button
              onClick={async () => saveText(`${file}.svg`, 'image/svg+xml', (await picture()).svg)}
            >
              SVG
            </Button>
            <Button onClick={async () => saveFile(`${file}.png`, await pngOf(await picture()))}>
              PNG
            </Button>
          </>
        )}
      </div>
      {opened && <DataTable title={title} make={table} />}
    </details>
  );
}

/** More would make the page slow; a file holds all. */
const MOST_ROWS = 200;

function DataTable({ title, make }: { title: string; make: (most: number) => Table }) {
  const { head, rows, total = rows.length } = useSettled(make);
  return (
    // A scrolling area has to be reached by keyboard.
    <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no name of their own
            <tr key={at}>
              {row.map((value, column) => (
                <td key={head[column]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {total > MOST_ROWS && (
        <p className={styles.more}>
          The first {MOST_ROWS} of {grouped(total)}; the CSV holds all.
        </p>
      )}
    </div>
  );
}

/** Milliseconds. While others mark, a table that changed with each mark could not be read. */
const SETTLED = 1000;

/** The table as it was made, and made anew a while after something changed. */
function useSettled(make: (most: number) => Table): Table {
  const [table, setTable] = useState(() => make(MOST_ROWS));
  const latest = useRef(make);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (latest.current === make) return;
    latest.current = make;
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      setTable(latest.current(MOST_ROWS));
    }, SETTLED);
  }, [make]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return table;
}
