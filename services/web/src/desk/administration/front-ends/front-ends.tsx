import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '../../../frame/command.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import { newKey } from '../../../frame/new-key.js';
import { useRenewed } from '../../../frame/use-renewed.js';
import type { PublicClientFieldsFragment as FrontEnd } from '../../../generated/graphql.js';
import { Button } from '../../../parts/button.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { moment } from '../accounts/health-words.js';
import '../administration.css';
import '../webhooks/webhooks.css';
import './front-ends.css';
import { publicClientsDocument, revokePublicClientDocument } from './front-ends.queries.js';

const EVERY_MS = 30_000;

/** Programs of other teams at which officials of the district sign in; the operator registers them, the administrator ends them. */
export function FrontEnds() {
  const { code: district, zone } = useDistrict();
  const [{ data, error }, reload] = useQuery({ query: operation(publicClientsDocument), variables: { district } });
  const renew = useRenewed(reload, EVERY_MS);
  const frontEnds = data?.publicClients ?? [];
  return (
    <main className="board" id="main">
      <div className="d-bar">
        <h1>{t('frame.frontEnds')}</h1>
        <span className="muted">{data ? t('frontEnds.count', { count: frontEnds.length }) : t('frame.loading')}</span>
      </div>
      <Problem problem={error && failureOf(error)} onAgain={renew} />
      {data && frontEnds.length === 0 && <p className="d-gap2">{t('frontEnds.none')}</p>}
      <ul className="front-ends">
        {frontEnds.map((frontEnd) => (
          <li key={frontEnd.id}>
            <h2>{frontEnd.title}</h2>
            <p className="muted hook-url">{frontEnd.redirects.join(', ')}</p>
            <p>
              {t(frontEnd.mayAct ? 'frontEnds.acts' : 'frontEnds.reads')}
              {'. '}
              {t('frontEnds.added', { at: moment(frontEnd.addedAt, zone, Date.now()) })}
            </p>
            <Revoke frontEnd={frontEnd} onRevoked={renew} />
          </li>
        ))}
      </ul>
      <p className="muted d-gap">{t('frontEnds.what')}</p>
    </main>
  );
}

interface RevokeProps {
  readonly frontEnd: FrontEnd;
  readonly onRevoked: () => void;
}

/** Asked twice: who works at it is out at once. */
function Revoke({ frontEnd, onRevoked }: RevokeProps) {
  const { code: district } = useDistrict();
  const [isAsked, ask] = useState(false);
  const { send, problem } = useCommand(revokePublicClientDocument);
  const { id, version: expectedVersion, title } = frontEnd;
  const revoke = async (): Promise<void> => {
    if (await send({ input: { district, id, key: newKey(), expectedVersion } })) onRevoked();
  };
  if (!isAsked)
    return (
      <button type="button" className="d-link" aria-label={t('frontEnds.endOf', { title })} onClick={() => ask(true)}>
        {t('frontEnds.end')}
      </button>
    );
  return (
    <div className="d-warn" role="alert">
      <p>{t('frontEnds.endAsked')}</p>
      <div className="d-bar">
        <Button onPress={() => void revoke()}>{t('frontEnds.endNow')}</Button>
        <Button onPress={() => ask(false)}>{t('frontEnds.keep')}</Button>
      </div>
      <Problem problem={problem} />
    </div>
  );
}
