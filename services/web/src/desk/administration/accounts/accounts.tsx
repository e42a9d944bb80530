import { useState } from 'react';
import { useQuery } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import { SplitScreen } from '../../../frame/split-screen.js';
import { Button } from '../../../parts/button.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { AccountList } from './account-list.js';
import { AccountPanel } from './account-panel.js';
import { BodyServers } from './body-servers.js';
import { countWords, type Made } from './account-words.js';
import { accountsDocument, kindsDocument } from './accounts.queries.js';
import { UnknownNotices } from './unknown-notices.js';
import { useHealth } from './use-health.js';
import { NewAccount } from './new-account.js';
import '../administration.css';
import './accounts.css';

/** Accounts in networks and mailboxes: which there are, what each needs, and what is copied where. */
export function Accounts() {
  const { accounts, kinds, words, problem, renew } = useAccounts();
  const healths = useHealth();
  const { get, set } = useAddress();
  const [isNew, makeNew] = useState(false);
  const [made, setMade] = useState<{ readonly account: string; readonly secrets: Made }>();
  const chosen = isNew ? undefined : (accounts.find(({ id }) => id === get('account')) ?? accounts[0]);
  const choose = (id: string): void => {
    makeNew(false);
    set({ account: id }, { replace: true });
  };
  const changed = (account: string, secrets: Made = []): void => {
    if (secrets.length > 0) setMade({ account, secrets });
    choose(account);
    renew();
  };
  return (
    <SplitScreen className="board is-split is-acc" isNew={isNew}>
      <section aria-label={t('accounts.title')}>
        <div className="d-bar">
          <h1>{t('accounts.title')}</h1>
          <span className="muted">{words ?? t('frame.loading')}</span>
          <span className="is-end" />
          <Button keys="Alt+KeyN" onPress={() => makeNew(true)}>
            {t('accounts.add')}
          </Button>
        </div>
        <Problem problem={problem} onAgain={renew} />
        {words && (
          <AccountList
            accounts={accounts}
            kinds={kinds}
            chosen={chosen}
            healthOf={healths.of}
            answersOf={healths.answersOf}
            onChoose={choose}
          />
        )}
        <UnknownNotices />
        <BodyServers />
        <p className="muted d-gap">{t('accounts.sealed')}</p>
      </section>
      {isNew && <NewAccount kinds={kinds} onAdded={changed} onClose={() => makeNew(false)} />}
      {chosen && (
        <AccountPanel
          key={chosen.id}
          account={chosen}
          kind={kinds.find(({ network }) => network === chosen.network)}
          healths={healths}
          made={made?.account === chosen.id ? made.secrets : []}
          onChanged={changed}
        />
      )}
    </SplitScreen>
  );
}

/** `words`: how many there are, once that is known. */
function useAccounts() {
  const { code: district } = useDistrict();
  const variables = { district };
  const [{ data, error }, reload] = useQuery({ query: operation(accountsDocument), variables });
  const [{ data: known }] = useQuery({ query: operation(kindsDocument), variables });
  return {
    accounts: data?.networkAccounts ?? [],
    kinds: known?.networkKinds ?? [],
    words: data && countWords(data.networkAccounts),
    problem: error && failureOf(error),
    renew: () => reload({ requestPolicy: 'network-only' }),
  };
}
