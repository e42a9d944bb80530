import { useQuery } from 'urql';
import { Link } from 'wouter';
import { settleUnknownNotice } from '../../../acts/notice.js';
import { useActsOn } from '../../../acts/use-acts-on.js';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import type { UnknownNoticesQuery } from '../../../generated/graphql.js';
import { NetworkChip } from '../../../parts/network.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { unknownNoticesDocument } from './accounts.queries.js';
import { moment } from './health-words.js';

type Notice = UnknownNoticesQuery['unknownNotices'][number];

/** What did not go, or may have gone: a person looks and says. Nothing is sent twice by itself. */
export function UnknownNotices() {
  const { code: district } = useDistrict();
  const [{ data }, reload] = useQuery({ query: operation(unknownNoticesDocument), variables: { district } });
  const notices = data?.unknownNotices ?? [];
  if (notices.length === 0) return null;
  return (
    <>
      <div className="d-bar d-gap2">
        <h2>{t('accounts.unknown', { count: notices.length })}</h2>
        <span className="muted is-end">{t('accounts.unknownNote')}</span>
      </div>
      <table className="nums outs is-folded">
        <thead>
          <tr>
            <th scope="col">{t('accounts.number')}</th>
            <th scope="col">{t('accounts.whereTo')}</th>
            <th scope="col">{t('accounts.whatIsKnown')}</th>
            <th scope="col">
              <span className="unseen">{t('accounts.act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {notices.map((notice) => (
            <Row key={notice.id} notice={notice} onSettled={() => reload({ requestPolicy: 'network-only' })} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ notice, onSettled }: { readonly notice: Notice; readonly onSettled: () => void }) {
  const { code: district, zone } = useDistrict();
  const { appeal, number, network, way, attention, since, link } = notice;
  return (
    <tr>
      <td>
        <Link href={`/desk/${district}/card/${appeal}`}>{number}</Link>
      </td>
      <td>
        <NetworkChip network={network} /> {t(way === 'DIRECT' ? 'accounts.wayDIRECT' : 'accounts.wayTHREAD')}
      </td>
      <td>
        <b className="attn">{t(`accounts.attention${attention}`)}</b> {moment(since, zone, Date.now())}{' '}
        {link && (
          <a href={link} target="_blank" rel="noreferrer">
            {t('accounts.look')}
          </a>
        )}
      </td>
      <td className="n">{attention === 'UNKNOWN' && <Acts notice={notice} onSettled={onSettled} />}</td>
    </tr>
  );
}

function Acts({ notice, onSettled }: { readonly notice: Notice; readonly onSettled: () => void }) {
  const { perform, state, problem } = useActsOn({ scope: notice, about: (one) => one, onChanged: onSettled });
  return (
    <>
      {(['STANDS', 'REPEAT'] as const).map((word) => (
        <button
          key={word}
          type="button"
          className="d-link"
          disabled={state !== 'idle'}
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
