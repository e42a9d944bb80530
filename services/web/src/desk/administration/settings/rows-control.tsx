import { Button } from '../../../parts/button.js';
import { t } from '../../../words/words.js';
import { withField, type Item } from './district-model.js';
import { SettingControl, type ControlProps } from './setting-control.js';

/** Things of a few fields, a row each. */
export function RowsControl({ field, value, model, faults, onValue }: ControlProps) {
  const rows = (Array.isArray(value) ? value : []) as readonly Item[];
  const { columns = [], add, fresh = {} } = field;
  return (
    <>
      {rows.map((row, at) => (
        <div key={at} className="settings-row" role="group" aria-label={t('settings.row', { number: at + 1 })}>
          {columns.map((column) => (
            <SettingControl
              key={column.name}
              field={column}
              value={row[column.name]}
              model={model}
              faults={faults.filter(({ place }) => `${place}/`.includes(`/${field.name}/${at}/${column.name}/`))}
              onValue={(one) =>
                onValue(rows.map((other, of) => (of === at ? withField(row, column.name, one) : other)))
              }
            />
          ))}
          <button
            type="button"
            className="d-link"
            onClick={() => onValue(rows.filter((_, of) => of !== at))}
            aria-label={t('settings.removeRow', { number: at + 1 })}
          >
            {t('settings.takeAway')}
          </button>
        </div>
      ))}
      <Button onPress={() => onValue([...rows, fresh])}>{t(add ?? 'settings.add')}</Button>
    </>
  );
}
