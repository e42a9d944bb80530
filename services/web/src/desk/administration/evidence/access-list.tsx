import { useClient, useQuery } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { csvText, saveFile } from '../../../frame/csv.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import { useWholeList } from '../../../frame/whole-list.js';
import type { AccessRecordsQuery } from '../../../generated/graphql.js';
import { momentIn } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { EvidenceHead, Foot, NoRecords, OfficialFilter, usePages } from './evidence-parts.js';
import { accessRecordsDocument } from './evidence.queries.js';

type Entry = AccessRecordsQuery['accessRecords']['nodes'][number];

const accessKinds = ['SIGNED_IN', 'SIGN_IN_FAILED', 'PASSWORD_SET', 'REFUSED'] as const;
const refused = ['file', 'appeal', 'applicant', 'appeals', 'questions', 'search'] as const;
const failures = ['PASSWORD', 'CODE', 'PAUSED', 'NO_ROLES'] as const;

/** Who signed in, who could not, and what was refused. */
export function AccessList() {
  const { code: district, zone } = useDistrict();
  const { get } = useAddress();
  const paging = usePages<Entry>();
  const kind = accessKinds.find((one) => one === get('kind'));
  const client = useClient();
  const filter = { district, kinds: kind === undefined ? null : [kind], official: get('official') || null };
  const variables = { ...filter, after: paging.after ?? null };
  const [{ data, error, fetching }, again] = useQuery({ query: operation(accessRecordsDocument), variables });
  const saved = useWholeList<Entry>(
    async (after) => {
      const anew = { requestPolicy: 'network-only' } as const;
      const read = await client.query(operation(accessRecordsDocument), { ...filter, after }, anew).toPromise();
      if (!read.data) throw read.error ?? new Error('An answer without data.');
      const { nodes: rows, pageInfo } = read.data.accessRecords;
      return { rows, ...pageInfo };
    },
    (records) => saveAccess(records, zone, district),
  );
  const pages = paging.with(data?.accessRecords);
  return (
    <section className="wl-list" aria-label={t('administration.access')}>
      <EvidenceHead
        pages={pages}
        isRead={!fetching}
        saved={saved}
        filters={
          <>
            <OfficialFilter />
            <KindFilter />
          </>
        }
      />
      <Problem problem={error && failureOf(error)} onAgain={() => again({ requestPolicy: 'network-only' })} />
      <div className="wl-rows" tabIndex={0} role="group" aria-label={t('administration.access')}>
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
              <th scope="col">{t('administration.what2')}</th>
              <th scope="col">{t('administration.accessDetail')}</th>
            </tr>
          </thead>
          <tbody>
            {pages.items.map((entry) => (
              <tr key={entry.id}>
                <td className="num">{momentIn(zone, entry.at)}</td>
                <td>{entry.official?.name ?? t('administration.accessOther')}</td>
                <td>{t(`administration.access${entry.kind}`)}</td>
                <td>{detailOf(entry)}</td>
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

function KindFilter() {
  const { get, set } = useAddress();
  return (
    <select
      aria-label={t('administration.what2')}
      value={get('kind')}
      onChange={({ target }) => set({ kind: target.value })}
    >
      <option value="">{t('administration.accessAll')}</option>
      {accessKinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`administration.access${kind}`)}
        </option>
      ))}
    </select>
  );
}

/** Of a refusal what was asked for: in words the commonest, else the operation's name, as the access matrix has it. */
function detailOf({ kind, detail }: Entry): string {
  if (kind === 'REFUSED') {
    const asked = refused.find((one) => one === detail);
    return asked ? t(`administration.refused_${asked}`) : (detail ?? '');
  }
  const failure = failures.find((one) => one === detail);
  return failure ? t(`administration.failed${failure}`) : '';
}

function saveAccess(entries: readonly Entry[], zone: string, district: string): void {
  const head = ['when', 'who', 'what2', 'accessDetail'] as const;
  const rows = entries.map((entry) => [
    ...[momentIn(zone, entry.at), entry.official?.name ?? t('administration.accessOther')],
    ...[t(`administration.access${entry.kind}`), detailOf(entry)],
  ]);
  saveFile(`${district}-access.csv`, csvText([head.map((id) => t(`administration.${id}`)), ...rows]));
}
