import { useId } from 'react';
import { t } from '../../words/words.js';
import type { Column } from './column.js';
import { useKeptColumns } from './kept-columns.js';

/** Which columns of the list are shown; kept in this browser under the list's name. */
export function ColumnPicker<Row>({
  list,
  columns,
}: {
  readonly list: string;
  readonly columns: readonly Column<Row>[];
}) {
  const id = useId();
  const { visibility, isChosen, show, reset } = useKeptColumns(list, columns);
  return (
    <>
      <button type="button" className="d-button is-plain not-on-phone" popoverTarget={id}>
        {t('parts.columns')}
      </button>
      {/* Escape closes it, and does nothing else on the screen. */}
      <div
        id={id}
        popover="auto"
        className="dt-picker"
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      >
        <fieldset>
          <legend className="d-label">{t('parts.columns')}</legend>
          {columns
            .filter(({ hideable }) => hideable !== false)
            .map(({ id: column, title }) => (
              <label key={column} className="d-check">
                <input
                  type="checkbox"
                  checked={visibility[column] ?? false}
                  onChange={({ target }) => show(column, target.checked)}
                />
                {title}
              </label>
            ))}
        </fieldset>
        {isChosen && (
          <button type="button" className="d-link" onClick={reset}>
            {t('parts.usualColumns')}
          </button>
        )}
      </div>
    </>
  );
}
