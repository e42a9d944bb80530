import { Link } from 'wouter';
import { useAddress } from '../../../frame/address.js';
import { csvText, saveFile } from '../../../frame/csv.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { useWholeList } from '../../../frame/whole-list.js';
import { momentIn } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { EvidenceHead, Foot, NoRecords, OfficialFilter } from './evidence-parts.js';
import { NumberFilter } from './number-filter.js';
import { openingKinds, useOpenings, type ShownOpening } from './use-openings.js';

export function Openings() {
  const { code: district, zone } = useDistrict();
  const { get, set } = useAddress();
  const { pages, error, isRead, again, read } = useOpenings(district);
  const saved = useWholeList<ShownOpening>(read, (all) =>
    saveOpenings(
      all.toSorted((a, b) => b.at.localeCompare(a.at)),
      zone,
      district,
    ),
  );
  const chosen = pages.items.find(({ id }) => id === get('record')) ?? pages.items[0];
  return (
    <>
      <section className="wl-list" aria-label={t('administration.openings')}>
        <EvidenceHead
          pages={pages}
          isRead={isRead}
          saved={saved}
          filters={
            <>
              <NumberFilter />
              <OfficialFilter />
              <KindFilter />
              <Days />
            </>
          }
        />
        <Problem problem={error && failureOf(error)} onAgain={again} />
        <div className="wl-rows" tabIndex={0} role="group" aria-label={t('administration.openings')}>
          <table className="grid stacks">
            <colgroup>
              <col className="e1" />
              <col className="e2" />
              <col className="e3" />
              <col />
            </colgroup>
            <thead>
              <tr>
                <th scope="col" aria-sort="descending">
                  {t('administration.when')}
                </th>
                <th scope="col">{t('administration.who')}</th>
                <th scope="col">{t('administration.what2')}</th>
                <th scope="col">{t('administration.whose')}</th>
              </tr>
            </thead>
            <tbody>
              {pages.items.map((opening) => (
                <tr
                  key={opening.id}
                  className={opening.id === chosen?.id ? 'is-picked is-cursor' : ''}
                  onClick={() => set({ record: opening.id }, { replace: true })}
                >
                  <td className="num">
                    <button
                      type="button"
                      className="d-rowlink"
                      aria-pressed={opening.id === chosen?.id}
                      onClick={() => set({ record: opening.id }, { replace: true })}
                    >
                      {momentIn(zone, opening.at)}
                    </button>
                  </td>
                  <td>
                    {whoOf(opening)} <span className="muted">{roleOf(opening)}</span>
                  </td>
                  <td>{t(`administration.opened${opening.kind}`)}</td>
                  <td>
                    {numberOf(opening)} <span className="muted">{reasonOf(opening)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {isRead && !error && pages.items.length === 0 && <NoRecords />}
        </div>
        <Foot hasMore={pages.hasMore} onMore={pages.more} />
      </section>
      {chosen && <OpeningPanel opening={chosen} />}
    </>
  );
}

function KindFilter() {
  const { get, set } = useAddress();
  return (
    <select
      aria-label={t('administration.what2')}
      value={get('kind')}
      onChange={({ target }) => set({ kind: target.value })}
    >
      <option value="">{t('administration.allKinds')}</option>
      {openingKinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`administration.kind${kind}`)}
        </option>
      ))}
    </select>
  );
}

function Days() {
  const { get, set } = useAddress();
  const days = [
    ['from', t('administration.from'), t('administration.fromDay')],
    ['to', t('administration.to'), t('administration.toDay')],
  ] as const;
  return days.map(([name, word, title]) => (
    <label key={name} className="e-day">
      <span aria-hidden="true">{word}</span>
      <input
        type="date"
        className="d-date num"
        aria-label={title}
        value={get(name)}
        onChange={({ target }) => set({ [name]: target.value })}
      />
    </label>
  ));
}

function OpeningPanel({ opening }: { readonly opening: ShownOpening }) {
  const { code: district, zone } = useDistrict();
  const { set } = useAddress();
  const { official, appeal, at, kind } = opening;
  return (
    <aside className="peek" aria-label={t('administration.record')}>
      <div>
        <p className="d-label">{t('administration.record')}</p>
        <h2>{t(`administration.opened${kind}`)}</h2>
        <p className="muted num">{momentIn(zone, at)}</p>
      </div>
      <div>
        <dl className="pair">
          <dt>{t('administration.who')}</dt>
          <dd>{[whoOf(opening), official.department].filter(Boolean).join(', ')}</dd>
          {appeal && (
            <>
              <dt>{t('administration.which')}</dt>
              <dd>
                <Link href={`/desk/${district}/card/${appeal.id}`}>{appeal.number}</Link>
              </dd>
            </>
          )}
          {reasonOf(opening) !== '' && (
            <>
              <dt>{t(opening.exported ? 'administration.savedList' : 'administration.why')}</dt>
              <dd>{reasonOf(opening)}</dd>
            </>
          )}
          <dt>{t('administration.right')}</dt>
          <dd>{roleOf(opening)}</dd>
        </dl>
      </div>
      <div>
        <p className="d-label">{t('administration.askMore')}</p>
        <ul className="asks">
          {appeal && (
            <li>
              <button
                type="button"
                className="d-link"
                onClick={() => set({ appeal: appeal.id, number: numberOf(opening), official: undefined })}
              >
                {t('administration.whoSaw', { number: numberOf(opening) })}
              </button>
            </li>
          )}
          {official.id !== '' && (
            <li>
              <button
                type="button"
                className="d-link"
                onClick={() => set({ official: official.id, appeal: undefined, number: undefined })}
              >
                {t('administration.whatOpened', { name: official.name })}
              </button>
            </li>
          )}
        </ul>
      </div>
    </aside>
  );
}

function numberOf({ appeal, kind, rows }: ShownOpening): string {
  if (kind === 'EXPORT' || kind === 'SEARCH') return t('administration.exportedRows', { count: rows ?? 0 });
  return appeal?.number ?? '—';
}

/** Reasons are asked for names and contacts only; of a file, which list it holds. */
function reasonOf({ kind, reason, exported }: ShownOpening): string {
  if (exported) return listOf(exported);
  if (kind !== 'CONTACT') return '';
  return reason ? `«${reason}»` : t('administration.erasedReason');
}

function listOf({ exported, worklist }: NonNullable<ShownOpening['exported']>): string {
  if (worklist) return t('administration.exportedWORKLIST', { name: t(`frame.list${worklist}`) });
  return exported && exported !== 'WORKLIST' ? t(`administration.exported${exported}`) : '';
}

/** Who opened it, and in whose stead. */
function whoOf({ official, onBehalfOf }: ShownOpening): string {
  return onBehalfOf ? `${official.name} ${t('card.inStead', { name: onBehalfOf })}` : official.name;
}

function roleOf({ role, official }: ShownOpening): string {
  return role === undefined ? (official.department ?? '') : t(`frame.role${role}`);
}

function saveOpenings(openings: readonly ShownOpening[], zone: string, district: string): void {
  const head = ['when', 'who', 'right', 'what2', 'which', 'why'] as const;
  const rows = openings.map((one) => [
    momentIn(zone, one.at),
    whoOf(one),
    roleOf(one),
    t(`administration.kind${one.kind}`),
    numberOf(one),
    one.exported ? listOf(one.exported) : one.reason,
  ]);
  saveFile(`${district}-openings.csv`, csvText([head.map((id) => t(`administration.${id}`)), ...rows]));
}
