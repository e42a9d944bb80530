import { useQuery } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { csvText, saveFile } from '../../../frame/csv.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import type { OfficialsOnDutyQuery } from '../../../generated/graphql.js';
import { Button } from '../../../parts/button.js';
import { dayIn, dayMonth, fullDate } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { onDutyDocument } from './on-duty.queries.js';
import '../administration.css';

type OnDutyItem = OfficialsOnDutyQuery['officialsOnDuty'][number];

/** Who worked on a day, who was away, and who did whose duties; also of past days and as planned. */
export function OnDuty() {
  const { code: district, zone } = useDistrict();
  const { get, set } = useAddress();
  const at = get('at') || dayIn(zone, Date.now());
  const [{ data, error }, reload] = useQuery({ query: operation(onDutyDocument), variables: { district, at } });
  const all = data?.officialsOnDuty ?? [];
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
            <Button look="plain" onPress={() => saveFile(`${district}-${at}.csv`, csvText(rowsOf(all)))}>
              {t('administration.csv')}
            </Button>
          </div>
        </div>
        <Problem problem={error && failureOf(error)} onAgain={() => reload({ requestPolicy: 'network-only' })} />
        <Table items={all} day={at} />
      </section>
    </main>
  );
}

const columns = ['official', 'roles', 'presence', 'acting'] as const;

function Table({ items, day }: { readonly items: readonly OnDutyItem[]; readonly day: string }) {
  return (
    <div className="wl-rows" tabIndex={0} role="group" aria-label={`${t('administration.onDuty')}, ${fullDate(day)}`}>
      <table className="grid on-duty">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`administration.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.official.id} className={isAway(item) ? 'is-away' : ''}>
              <td>
                {item.official.name}
                {item.position && <small className="muted">{item.position}</small>}
              </td>
              <td>{rolesText(item)}</td>
              <td>{isAway(item) ? <b>{awayText(item)}</b> : awayText(item)}</td>
              <td>{actingText(item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rolesText({ roles }: OnDutyItem): string {
  return roles.map((role) => t(`frame.role${role}`)).join(', ');
}

/** Away, or replaced by an order: the duties are done by another that day. */
function isAway({ absence, substitutedBy }: OnDutyItem): boolean {
  return Boolean(absence) || substitutedBy.length > 0;
}

function awayText(item: OnDutyItem): string {
  const { absence } = item;
  if (!absence) return t(isAway(item) ? 'administration.stateReplaced' : 'administration.stateWorking');
  const { reason, from, to } = absence;
  return `${t(`administration.absence${reason}`)} ${t('administration.days', { from: dayMonth(from), to: dayMonth(to) })}`;
}

/** Who did the duties of the official, and whose duties the official did. */
function actingText({ substitutedBy, substituteOf, absence }: OnDutyItem): string {
  const by = substitutedBy.map(({ substitute, order }) =>
    t('administration.dutiesDoneBy', { name: substitute?.name ?? '—', order }),
  );
  const of = substituteOf.map(({ name }) => t('administration.doesDutiesOf', { name }));
  const standIn =
    by.length === 0 && absence?.standIn ? [t('administration.standsIn', { name: absence.standIn.name })] : [];
  return [...by, ...of, ...standIn].join('; ');
}

function rowsOf(items: readonly OnDutyItem[]): readonly (readonly string[])[] {
  const rows = items.map((item) => [item.official.name, rolesText(item), awayText(item), actingText(item)]);
  return [columns.map((name) => t(`administration.${name}`)), ...rows];
}
