import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import type { BodyServersQuery } from '../../../generated/graphql.js';
import { t } from '../../../words/words.js';
import { bodyServersDocument } from './accounts.queries.js';
import { moment } from './health-words.js';

type Server = BodyServersQuery['bodyServers'][number];

/** Bodies outside to which questions go by Open311, with their keys or without. */
export function BodyServers() {
  const { code: district } = useDistrict();
  const [{ data }] = useQuery({ query: operation(bodyServersDocument), variables: { district } });
  const servers = data?.bodyServers ?? [];
  if (servers.length === 0) return null;
  return (
    <>
      <div className="d-bar d-gap2">
        <h2>{t('accounts.bodies')}</h2>
        <span className="muted is-end">{t('accounts.bodiesNote')}</span>
      </div>
      <table className="nums outs is-folded">
        <thead>
          <tr>
            <th scope="col">{t('accounts.body')}</th>
            <th scope="col">{t('accounts.state')}</th>
            <th scope="col" className="n">
              {t('accounts.bodyAnswered')}
            </th>
            <th scope="col" className="n">
              {t('accounts.bodyWaiting')}
            </th>
            <th scope="col" className="n">
              {t('accounts.bodyFollowed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {servers.map((server) => (
            <Row key={server.organisation} server={server} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ server }: { readonly server: Server }) {
  const { zone } = useDistrict();
  const { organisation, name, endpoint, answeredAt, waiting, followed } = server;
  return (
    <tr>
      <td>
        {name} <span className="muted">{`${organisation}, ${endpoint}`}</span>
      </td>
      <td>
        <State server={server} />
      </td>
      <td className="n" data-name={t('accounts.bodyAnswered')}>
        {answeredAt ? moment(answeredAt, zone, Date.now()) : '—'}
      </td>
      <td className="n num" data-name={t('accounts.bodyWaiting')}>
        {waiting}
      </td>
      <td className="n num" data-name={t('accounts.bodyFollowed')}>
        {followed}
      </td>
    </tr>
  );
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
