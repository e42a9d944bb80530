import { memo, useId, useState } from 'react';
import { t } from '../../words/words.js';
import type { Column } from './column.js';
import { useKeptColumns } from './kept-columns.js';

interface PickerProps<Row> {
  readonly list: string;
  readonly columns: readonly Column<Row>[];
}

/** Which columns of the list are shown; kept in this browser under the list's name. */
export const ColumnPicker = memo(function ColumnPicker<Row>(props: PickerProps<Row>) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="d-button is-plain not-on-phone" popoverTarget={id}>
        {t('parts.columns')}
      </button>
      <div
        id={id}
        popover="auto"
        className="dt-picker"
        onToggle={({ newState }) => setOpen(newState === 'open')}
        // Escape closes it, and does nothing else on the screen.
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      >
        {isOpen && <Choices {...props} />}
      </div>
    </>
  );
}) as <Row>(props: PickerProps<Row>) => React.ReactNode;

function Choices<Row>({ list, columns }: PickerProps<Row>) {
  const { visibility, isChosen, show, reset } = useKeptColumns(list, columns);
  const hideable = columns.filter((column) => column.hideable !== false);
  return (
    <>
      <fieldset>
        <legend className="d-label">{t('parts.columns')}</legend>
        {hideable.map(({ id, title }, at) => (
          <label key={id} className="d-check">
            <input
              type="checkbox"
              autoFocus={at === 0}
              checked={visibility[id] ?? false}
              onChange={({ target }) => show(id, target.checked)}
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
    </>
  );
}
