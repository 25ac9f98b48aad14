import type { ShownTable } from '@/lib/activities/verdict';
import type { Json } from '@/lib/shared/json';
import styles from './shown-tables.module.css';

/** Rows of a page that nobody would read to their end. */
const MOST_ROWS = 100;

/** Tables side by side where there is room; the rows to look at bear a sign and a word. */
export function ShownTables({ tables }: { readonly tables: readonly ShownTable[] }) {
  return (
    <div className={styles['tables']}>
      {tables.map((table, place) => (
        // Two may have the same title, and their places never change.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
        <OneTable key={place} table={table} />
      ))}
    </div>
  );
}

function OneTable({ table: { title, columns, rows, marked } }: { readonly table: ShownTable }) {
  const isMarked = new Set(marked);
  const shown = rows.slice(0, MOST_ROWS);
  const left = rows.length - shown.length;
  return (
    // A wide table scrolls within itself, by keys as well.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    <section className={styles['one']} tabIndex={0} aria-label={title}>
      <table>
        <caption>
          {title}{' '}
          <span>
            {rows.length === 0 ? 'no rows' : `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`}
          </span>
        </caption>
        <thead>
          <tr>
            {isMarked.size > 0 && (
              <th scope="col">
                <span className={styles['heard']}>Look here</span>
              </th>
            )}
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and never change places
            <tr key={place} data-marked={isMarked.has(place)}>
              {isMarked.size > 0 && <td>{isMarked.has(place) && <b>▸ this one</b>}</td>}
              {columns.map((column) => (
                <Cell key={column} value={row[column]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p>and {left} more</p>}
    </section>
  );
}

function Cell({ value }: { readonly value: Json | undefined }) {
  if (value === undefined || value === null) return <td data-null="true">NULL</td>;
  return (
    <td data-number={typeof value === 'number'}>
      {typeof value === 'string' ? value : JSON.stringify(value)}
    </td>
  );
}
