import { useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { operation } from '../../../frame/graphql-client.js';
import type { OfficialItem } from './official-words.js';
import { openQuestionsDocument } from './officials.queries.js';

/** Open questions by the executor's id. */
export type OpenQuestions = ReadonlyMap<string, number>;

export const openStates = ['ROUTED', 'RETURNED', 'IN_WORK'] as const;

/** Counts the questions of each executor; the counts appear one by one. */
export function useOpenQuestions(district: string, officials: readonly OfficialItem[]): OpenQuestions {
  const client = useClient();
  const [counts, setCounts] = useState<OpenQuestions>(new Map());
  const executors = useMemo(
    () => officials.filter(({ roles }) => roles.some(({ role }) => role === 'EXECUTOR')).map(({ id }) => id),
    [officials],
  );
  const signature = executors.join();
  useEffect(() => {
    let isLeft = false;
    const count = async (executor: string): Promise<void> => {
      const variables = { district, filter: { executor, questionStates: [...openStates] } };
      const { data } = await client.query(operation(openQuestionsDocument), variables).toPromise();
      if (data && !isLeft) setCounts((known) => new Map(known).set(executor, data.questions.total));
    };
    void (async () => {
      for (const executor of signature.split(',').filter(Boolean)) await count(executor);
    })();
    return () => {
      isLeft = true;
    };
  }, [client, district, signature]);
  return counts;
}
