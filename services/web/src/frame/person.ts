import { useState } from 'react';
import { useQuery } from 'urql';
import type { CallPersonQuery } from '../generated/graphql.js';
import { useDistrict } from './district.js';
import { failureOf, type Failure } from './failure.js';
import { operation } from './graphql-client.js';
import { callPerson } from './person.queries.js';

type Applicant = NonNullable<CallPersonQuery['applicant']>;

export interface CalledPerson {
  /** Undefined while closed, and for an applicant who left nothing. */
  readonly applicant: Applicant | undefined;
  /** Ms since 1970; undefined while name and telephone are closed. */
  readonly openedAt: number | undefined;
  readonly isLoaded: boolean;
  readonly problem: Failure | undefined;
  readonly open: () => void;
}

/** Name, telephone and address, opened for one act alone: each opening is recorded with its reason, so none happens by scrolling. */
export function usePerson({ appeal }: { readonly appeal: string }, reason: string): CalledPerson {
  const { code: district } = useDistrict();
  const [openedAt, setOpenedAt] = useState<number>();
  const [{ data, error }, reload] = useQuery({
    query: operation(callPerson),
    variables: { district, appeal, reason },
    pause: openedAt === undefined,
    requestPolicy: 'cache-first',
  });
  return {
    applicant: data?.applicant ?? undefined,
    openedAt,
    isLoaded: data !== undefined,
    problem: error && failureOf(error),
    open: () => (openedAt === undefined ? setOpenedAt(Date.now()) : reload({ requestPolicy: 'network-only' })),
  };
}
