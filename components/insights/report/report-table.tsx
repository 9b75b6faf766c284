import type { Table } from '../csv.ts';
import styles from './report-table.module.css';

/** A table of words; its first column names the row. On a phone each row is a little list. */
export function ReportTable({ title, table: { head, rows } }: { title: string; table: Table }) {
  return (
    <table className={styles.table} aria-label={title}>
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
        {rows.map((row, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no name of their own
          <tr key={at}>
            {row.map((value, column) =>
              column === 0 ? (
                <th key={head[column]} scope="row" dir="auto">
                  {value}
                </th>
              ) : (
                <td key={head[column]} data-label={head[column]} dir="auto">
                  {value}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
