import { useState } from 'react';
import { useQuery } from 'urql';
import type { CallPersonQuery } from '../../generated/graphql.js';
import { useDistrict } from '../../frame/district.js';
import { failureOf, type Failure } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { Button } from '../../parts/button.js';
import { timeOfDay } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import type { CallRow } from './calls.js';
import { callPerson } from './calls.queries.js';

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

/** Name and telephone, opened for this call alone: each opening is recorded with its reason, so none happens by scrolling. */
export function usePerson({ appeal }: Pick<CallRow, 'appeal'>, reason: string): CalledPerson {
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

export function Telephone({ person, number }: { readonly person: CalledPerson; readonly number: string }) {
  const { applicant, openedAt } = person;
  if (openedAt === undefined) {
    return (
      <div className="phone">
        <Button keys="KeyO" onPress={person.open}>
          {t('calls.openPerson')}
        </Button>
        <span className="muted">{t('calls.willBeRecorded')}</span>
      </div>
    );
  }
  if (person.problem) return <Problem problem={person.problem} onAgain={person.open} />;
  if (!person.isLoaded) return <p className="muted">{t('frame.loading')}</p>;
  const telephone = applicant?.contact ?? applicant?.phone;
  return (
    <p className="phone">
      {telephone ? <a href={`tel:${telephone.replace(/[^\d+]/gu, '')}`}>{telephone}</a> : t('calls.noContact')}
      <span className="muted">{t('calls.openedAt', { time: timeOfDay(openedAt), number })}</span>
    </p>
  );
}
