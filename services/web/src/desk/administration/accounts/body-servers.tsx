import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import type { BodyServersQuery } from '../../../generated/graphql.js';
import { column, type Column } from '../../../parts/data-table/column.js';
import { DataTable } from '../../../parts/data-table/data-table.js';
import { t } from '../../../words/words.js';
import { bodyServersDocument } from './accounts.queries.js';
import { moment } from './health-words.js';

type Server = BodyServersQuery['bodyServers'][number];

/** Bodies outside to which questions go by Open311, with their keys or without. */
export function BodyServers() {
  const { code: district, zone } = useDistrict();
  const [{ data }] = useQuery({ query: operation(bodyServersDocument), variables: { district } });
  const servers = data?.bodyServers ?? [];
  if (servers.length === 0) return null;
  return (
    <>
      <div className="d-bar d-gap2">
        <h2>{t('accounts.bodies')}</h2>
        <span className="muted is-end">{t('accounts.bodiesNote')}</span>
      </div>
      <DataTable
        look="nums"
        className="outs is-folded"
        columns={serverColumns(zone)}
        rows={servers}
        idOf={({ organisation }) => organisation}
      />
    </>
  );
}

function serverColumns(zone: string): readonly Column<Server>[] {
  return [
    column('body', t('accounts.body'), ({ name }) => name, {
      cell: ({ name, organisation, endpoint }) => (
        <>
          {name} <span className="muted">{`${organisation}, ${endpoint}`}</span>
        </>
      ),
      phone: 'head',
    }),
    column('state', t('accounts.state'), () => undefined, { cell: (server) => <State server={server} /> }),
    column(
      'bodyAnswered',
      t('accounts.bodyAnswered'),
      ({ answeredAt }) => (answeredAt ? moment(answeredAt, zone, Date.now()) : '—'),
      { align: 'end', phone: 'named' },
    ),
    column('bodyWaiting', t('accounts.bodyWaiting'), ({ waiting }) => waiting, {
      align: 'end',
      look: 'num',
      phone: 'named',
    }),
    column('bodyFollowed', t('accounts.bodyFollowed'), ({ followed }) => followed, {
      align: 'end',
      look: 'num',
      phone: 'named',
    }),
  ];
}

function State({ server: { isOpen, hasKey, problem, problemSince } }: { readonly server: Server }) {
  const { zone } = useDistrict();
  if (!isOpen) return <b className="attn">{t('accounts.off')}</b>;
  if (problem) {
    const words = t(problem === 'TOKEN' ? 'accounts.bodyTOKEN' : 'accounts.bodyUNREACHABLE');
    return (
      <>
        <b className="attn">{words}</b>{' '}
        {problemSince && <span className="muted">{moment(problemSince, zone, Date.now())}</span>}
      </>
    );
  }
  return <>{t(hasKey ? 'accounts.bodyWithKey' : 'accounts.bodyWithoutKey')}</>;
}
