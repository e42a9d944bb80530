import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { saveRows } from '../../../frame/csv.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import { Button } from '../../../parts/button.js';
import { ColumnPicker } from '../../../parts/data-table/column-picker.js';
import { DataTable } from '../../../parts/data-table/data-table.js';
import { dayIn, fullDate } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { isAway, onDutyColumns } from './on-duty-columns.js';
import { onDutyDocument } from './on-duty.queries.js';
import '../administration.css';

/** Who worked on a day, who was away, and who did whose duties; also of past days and as planned. */
export function OnDuty() {
  const { code: district, zone } = useDistrict();
  const { get, set } = useAddress();
  const at = get('at') || dayIn(zone, Date.now());
  const [{ data, error }, reload] = useQuery({ query: operation(onDutyDocument), variables: { district, at } });
  const all = data?.officialsOnDuty ?? [];
  const columns = useMemo(onDutyColumns, []);
  const away = all.filter(isAway).length;
  return (
    <main className="wl is-wide" id="main">
      <section className="wl-list" aria-label={t('administration.onDuty')}>
        <div className="wl-head">
          <div className="d-bar">
            <h1>
              {t('administration.onDuty')}
              <small>
                {data ? t('administration.onDutyCounts', { here: all.length - away, away }) : t('frame.loading')}
              </small>
            </h1>
            <span className="is-end" />
            <label className="d-field">
              <span className="unseen">{t('administration.day')}</span>
              <input
                type="date"
                className="num"
                value={at}
                onChange={({ target }) => set({ at: target.value }, { replace: true })}
              />
            </label>
            <ColumnPicker list="on-duty" columns={columns} />
            <Button look="plain" onPress={() => saveRows(`${district}-${at}.csv`, columns, all)}>
              {t('administration.csv')}
            </Button>
          </div>
        </div>
        <Problem problem={error && failureOf(error)} onAgain={() => reload({ requestPolicy: 'network-only' })} />
        <DataTable
          look="grid"
          className="on-duty"
          list="on-duty"
          label={`${t('administration.onDuty')}, ${fullDate(at)}`}
          columns={columns}
          rows={all}
          idOf={({ official }) => official.id}
          rowLook={(item) => (isAway(item) ? 'is-away' : '')}
        />
      </section>
    </main>
  );
}
