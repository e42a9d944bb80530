import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../generated/gql.js';
import { operation } from './graphql-client.js';

/** Open questions by the executor's id. */
export type OpenQuestions = ReadonlyMap<string, number>;

export const openStates = ['ROUTED', 'RETURNED', 'IN_WORK'] as const;

const openQuestionsDocument = graphql(`
  query OpenQuestions($district: String!, $filter: AppealFilter!) {
    questions(district: $district, filter: $filter, first: 1) {
      total
    }
  }
`);

/** Counts the questions of each executor, given by id; the counts appear one by one. */
export function useOpenCounts(district: string, executors: readonly string[]): OpenQuestions {
  const client = useClient();
  const [counts, setCounts] = useState<OpenQuestions>(new Map());
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
