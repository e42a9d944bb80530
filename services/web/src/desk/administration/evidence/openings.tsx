import { useMemo } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../../../frame/address.js';
import { saveRows } from '../../../frame/csv.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { useWholeList } from '../../../frame/whole-list.js';
import { ColumnPicker } from '../../../parts/data-table/column-picker.js';
import { DataTable } from '../../../parts/data-table/data-table.js';
import { momentIn } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { EvidenceHead, Foot, NoRecords, OfficialFilter } from './evidence-parts.js';
import { NumberFilter } from './number-filter.js';
import { numberOf, openingColumns, reasonOf, roleOf, whoOf } from './opening-columns.js';
import { openingKinds, useOpenings, type ShownOpening } from './use-openings.js';

export function Openings() {
  const { code: district, zone } = useDistrict();
  const { get, set } = useAddress();
  const columns = useMemo(() => openingColumns(zone), [zone]);
  const { pages, error, isRead, again, read } = useOpenings(district);
  const saved = useWholeList<ShownOpening>(read, (all) =>
    saveRows(
      `${district}-openings.csv`,
      columns,
      all.toSorted((a, b) => b.at.localeCompare(a.at)),
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
          picker={<ColumnPicker list="openings" columns={columns} />}
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
        <DataTable
          look="grid"
          list="openings"
          label={t('administration.openings')}
          columns={columns}
          rows={pages.items}
          idOf={({ id }) => id}
          choice={{ id: chosen?.id, onChoose: ({ id }) => set({ record: id }, { replace: true }) }}
          empty={isRead && !error && <NoRecords />}
        />
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

/** Which letters a print had: each leads to its card. */
function PrintedLetters({ letters }: Required<Pick<ShownOpening, 'letters'>>) {
  const { code: district } = useDistrict();
  if (letters.length === 0) return null;
  return (
    <>
      <dt>{t('administration.whichLetters')}</dt>
      <dd>
        <ul className="e-letters num">
          {letters.map(({ notice, appeal, number }) => (
            <li key={notice}>
              <Link href={`/desk/${district}/card/${appeal}`}>
                {number ? `№ ${number}` : t('administration.noNumber')}
              </Link>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
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
          <PrintedLetters letters={opening.letters ?? []} />
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
