import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useAddress } from '../../../frame/address.js';
import { csvText, saveFile } from '../../../frame/csv.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import type { ContactOpeningsQuery } from '../../../generated/graphql.js';
import { momentIn } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { EvidenceHead, Foot, OfficialFilter, usePages } from './evidence-parts.js';
import { openingsDocument } from './evidence.queries.js';
import { NumberFilter } from './number-filter.js';

type Opening = ContactOpeningsQuery['contactOpenings']['nodes'][number];

export function Openings() {
  const { code: district, zone } = useDistrict();
  const { get, set } = useAddress();
  const [page, pages, error] = useOpenings(district);
  const chosen = pages.items.find(({ id }) => id === get('record')) ?? pages.items[0];
  return (
    <>
      <section className="wl-list" aria-label={t('administration.openings')}>
        <EvidenceHead
          count={pages.items.length}
          onCsv={() => saveOpenings(pages.items, zone, district)}
          filters={
            <>
              <NumberFilter />
              <OfficialFilter />
              <Days />
            </>
          }
        />
        <Problem problem={error && failureOf(error)} />
        <div className="wl-rows" tabIndex={0} role="group" aria-label={t('administration.openings')}>
          <table className="grid">
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
                    {opening.official?.name ?? '—'} <span className="muted">{t(`frame.role${opening.role}`)}</span>
                  </td>
                  <td>
                    <b>{t('administration.opened')}</b>
                  </td>
                  <td>
                    {numberOf(opening)} <span className="muted">{reasonOf(opening)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {page && pages.items.length === 0 && <p className="wl-empty">{t('administration.noRecords')}</p>}
        </div>
        <Foot hasMore={pages.hasMore} onMore={pages.more} />
      </section>
      {chosen && <OpeningPanel opening={chosen} />}
    </>
  );
}

function useOpenings(district: string) {
  const { get } = useAddress();
  const filter = {
    appeal: get('appeal') || null,
    official: get('official') || null,
    from: get('from') || null,
    to: get('to') || null,
  };
  const pages = usePages<Opening>();
  const variables = { district, ...filter, after: pages.after ?? null };
  const [{ data, error }] = useQuery({ query: operation(openingsDocument), variables });
  return [data, pages.with(data?.contactOpenings), error] as const;
}

function Days() {
  const { get, set } = useAddress();
  const days = [
    ['from', t('administration.fromDay')],
    ['to', t('administration.toDay')],
  ] as const;
  return days.map(([name, title]) => (
    <input
      key={name}
      type="date"
      className="d-date num"
      aria-label={title}
      value={get(name)}
      onChange={({ target }) => set({ [name]: target.value })}
    />
  ));
}

function OpeningPanel({ opening }: { readonly opening: Opening }) {
  const { code: district, zone } = useDistrict();
  const { set } = useAddress();
  const { official, appeal, role, at } = opening;
  return (
    <aside className="peek" aria-label={t('administration.record')}>
      <div>
        <p className="d-label">{t('administration.record')}</p>
        <h2>{t('administration.opened')}</h2>
        <p className="muted num">{momentIn(zone, at)}</p>
      </div>
      <div>
        <dl className="pair">
          <dt>{t('administration.who')}</dt>
          <dd>{[official?.name, official?.department?.name].filter(Boolean).join(', ')}</dd>
          <dt>{t('administration.which')}</dt>
          <dd>{appeal && <Link href={`/desk/${district}/card/${appeal.id}`}>{numberOf(opening)}</Link>}</dd>
          <dt>{t('administration.why')}</dt>
          <dd>{reasonOf(opening)}</dd>
          <dt>{t('administration.right')}</dt>
          <dd>{t(`frame.role${role}`)}</dd>
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
          {official && (
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

function numberOf({ appeal }: Opening): string {
  return appeal?.number ?? appeal?.receipt ?? '—';
}

function reasonOf({ reason }: Opening): string {
  return reason ? `«${reason}»` : t('administration.erasedReason');
}

function saveOpenings(openings: readonly Opening[], zone: string, district: string): void {
  const head = ['when', 'who', 'right', 'which', 'why'] as const;
  const rows = openings.map((one) => [
    momentIn(zone, one.at),
    one.official?.name,
    t(`frame.role${one.role}`),
    numberOf(one),
    one.reason,
  ]);
  saveFile(`${district}-openings.csv`, csvText([head.map((id) => t(`administration.${id}`)), ...rows]));
}
