import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '../../../frame/command.js';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import { newKey } from '../../../frame/new-key.js';
import { useRenewed } from '../../../frame/use-renewed.js';
import type { AccountAnswersQuery, NetworkHealthQuery } from '../../../generated/graphql.js';
import { answersDocument, checkAccountDocument, healthDocument } from './accounts.queries.js';

export type Answers = AccountAnswersQuery['accountAnswers'][number];
export type Health = NetworkHealthQuery['networkHealth'][number];

const EVERY_MS = 30_000;
const SOON_MS = 1_000;

/** How the accounts do, asked again and again; more often while one is being looked at. */
export function useHealth() {
  const { code: district } = useDistrict();
  const [{ data }, reload] = useQuery({ query: operation(healthDocument), variables: { district } });
  const [{ data: answered }] = useQuery({ query: operation(answersDocument), variables: { district } });
  const [asked, ask] = useState<{ readonly account: string; readonly at: string }>();
  const { send, problem } = useCommand(checkAccountDocument);
  const all = data?.networkHealth ?? [];
  const lookedAt = all.find(({ account }) => account === asked?.account)?.lookedAt;
  const isLooking = asked !== undefined && (lookedAt ?? '') <= asked.at;
  useRenewed(reload, isLooking ? SOON_MS : EVERY_MS);
  const check = useCallback(
    async (account: string) => {
      const change = await send({ input: { district, id: account, key: newKey() } });
      if (change) ask({ account, at: change.askedAt });
    },
    [district, send],
  );
  return {
    of: (account: string) => all.find((one) => one.account === account),
    answersOf: (account: string) => answered?.accountAnswers.find((one) => one.account === account),
    check: (account: string) => void check(account),
    looking: isLooking ? asked.account : undefined,
    problem,
  };
}
