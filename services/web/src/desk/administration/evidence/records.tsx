import { useClient, useQuery } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { csvText, saveFile } from '../../../frame/csv.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import { useWholeList } from '../../../frame/whole-list.js';
import type { AdministrationRecordsQuery } from '../../../generated/graphql.js';
import { momentIn } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { EvidenceHead, Foot, NoRecords, OfficialFilter, usePages } from './evidence-parts.js';
import { recordsDocument } from './evidence.queries.js';

type Entry = AdministrationRecordsQuery['administrationRecords']['nodes'][number];

/** What administrators changed: roles, absences, invitations, the district's file. */
export function Records() {
  const { code: district, zone } = useDistrict();
  const { get } = useAddress();
  const paging = usePages<Entry>();
  const client = useClient();
  const filter = { district, official: get('official') || null };
  const variables = { ...filter, after: paging.after ?? null };
  const [{ data, error, fetching }, again] = useQuery({ query: operation(recordsDocument), variables });
  const saved = useWholeList<Entry>(
    async (after) => {
      const anew = { requestPolicy: 'network-only' } as const;
      const read = await client.query(operation(recordsDocument), { ...filter, after }, anew).toPromise();
      if (!read.data) throw read.error ?? new Error('An answer without data.');
      const { nodes: rows, pageInfo } = read.data.administrationRecords;
      return { rows, ...pageInfo };
    },
    (records) => saveRecords(records, zone, district),
  );
  const pages = paging.with(data?.administrationRecords);
  return (
    <section className="wl-list" aria-label={t('administration.changes')}>
      <EvidenceHead pages={pages} isRead={!fetching} saved={saved} filters={<OfficialFilter />} />
      <Problem problem={error && failureOf(error)} onAgain={() => again({ requestPolicy: 'network-only' })} />
      <div className="wl-rows" tabIndex={0} role="group" aria-label={t('administration.changes')}>
        <table className="grid stacks">
          <colgroup>
            <col className="e1" />
            <col className="e2" />
            <col className="e2" />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th scope="col" aria-sort="descending">
                {t('administration.when')}
              </th>
              <th scope="col">{t('administration.who')}</th>
              <th scope="col">{t('administration.whom')}</th>
              <th scope="col">{t('administration.changedWhat')}</th>
            </tr>
          </thead>
          <tbody>
            {pages.items.map(({ id, at, official, text, ...actor }) => (
              <tr key={id}>
                <td className="num">{momentIn(zone, at)}</td>
                <td>{actorText(actor)}</td>
                <td>{official?.name ?? '—'}</td>
                <td title={text}>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {data && pages.items.length === 0 && <NoRecords />}
      </div>
      <Foot hasMore={pages.hasMore} onMore={pages.more} />
    </section>
  );
}

/** Who did it, and in whose stead. */
function actorText({ by, onBehalfOf }: Pick<Entry, 'by' | 'onBehalfOf'>): string {
  const name = by?.name ?? '—';
  return onBehalfOf ? `${name} ${t('card.inStead', { name: onBehalfOf.name })}` : name;
}

function saveRecords(records: readonly Entry[], zone: string, district: string): void {
  const head = ['when', 'who', 'whom', 'changedWhat'] as const;
  const rows = records.map(({ at, official, text, ...actor }) => [
    ...[momentIn(zone, at), actorText(actor)],
    ...[official?.name, text],
  ]);
  saveFile(`${district}-changes.csv`, csvText([head.map((id) => t(`administration.${id}`)), ...rows]));
}
