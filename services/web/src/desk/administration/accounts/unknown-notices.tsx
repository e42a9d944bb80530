import { useQuery } from 'urql';
import { Link } from 'wouter';
import { settleUnknownNotice } from '../../../acts/notice.js';
import { useActsOn } from '../../../acts/use-acts-on.js';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import type { UnknownNoticesQuery } from '../../../generated/graphql.js';
import { column, type Column } from '../../../parts/data-table/column.js';
import { DataTable } from '../../../parts/data-table/data-table.js';
import { NetworkChip } from '../../../parts/network.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { unknownNoticesDocument } from './accounts.queries.js';
import { moment } from './health-words.js';

type Notice = UnknownNoticesQuery['unknownNotices'][number];
type District = ReturnType<typeof useDistrict>;

/** What did not go, or may have gone: a person looks and says. Nothing is sent twice by itself. */
export function UnknownNotices() {
  const of = useDistrict();
  const { code: district } = of;
  const [{ data }, reload] = useQuery({ query: operation(unknownNoticesDocument), variables: { district } });
  const notices = data?.unknownNotices ?? [];
  if (notices.length === 0) return null;
  return (
    <>
      <div className="d-bar d-gap2">
        <h2>{t('accounts.unknown', { count: notices.length })}</h2>
        <span className="muted is-end">{t('accounts.unknownNote')}</span>
      </div>
      <DataTable
        look="nums"
        className="outs is-folded"
        columns={noticeColumns(of, () => reload({ requestPolicy: 'network-only' }))}
        rows={notices}
        idOf={({ id }) => id}
      />
    </>
  );
}

function noticeColumns({ code, zone }: District, onSettled: () => void): readonly Column<Notice>[] {
  return [
    column('number', t('accounts.number'), ({ number }) => number, {
      cell: ({ appeal, number }) => <Link href={`/desk/${code}/card/${appeal}`}>{number}</Link>,
      phone: 'head',
    }),
    column(
      'whereTo',
      t('accounts.whereTo'),
      ({ way }) => t(way === 'DIRECT' ? 'accounts.wayDIRECT' : 'accounts.wayTHREAD'),
      {
        cell: ({ network, way }) => (
          <>
            <NetworkChip network={network} /> {t(way === 'DIRECT' ? 'accounts.wayDIRECT' : 'accounts.wayTHREAD')}
          </>
        ),
      },
    ),
    column('whatIsKnown', t('accounts.whatIsKnown'), ({ attention }) => t(`accounts.attention${attention}`), {
      cell: ({ attention, since, link }) => (
        <>
          <b className="attn">{t(`accounts.attention${attention}`)}</b> {moment(since, zone, Date.now())}{' '}
          {link && (
            <a href={link} target="_blank" rel="noreferrer">
              {t('accounts.look')}
            </a>
          )}
        </>
      ),
    }),
    column('act', t('accounts.act'), () => undefined, {
      cell: (notice) => notice.attention === 'UNKNOWN' && <Acts notice={notice} onSettled={onSettled} />,
      isTitleUnseen: true,
      look: 'n',
    }),
  ];
}

function Acts({ notice, onSettled }: { readonly notice: Notice; readonly onSettled: () => void }) {
  const { perform, stateOn, problem } = useActsOn({ scope: notice, about: (one) => one, onChanged: onSettled });
  return (
    <>
      {(['STANDS', 'REPEAT'] as const).map((word) => (
        <button
          key={word}
          type="button"
          className="d-link"
          disabled={stateOn(settleUnknownNotice) !== 'idle'}
          onClick={() => void perform(settleUnknownNotice, { word })}
        >
          {t(`accounts.settle${word}`)}
          <span className="unseen"> {notice.number}</span>
        </button>
      ))}
      <Problem problem={problem} />
    </>
  );
}
