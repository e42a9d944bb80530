import { useState } from 'react';
import { useDistrict } from '../../../frame/district.js';
import { ReasonDialog } from '../../../acts/dialogs/reason-dialog.js';
import { failureOf, type Failure } from '../../../frame/failure.js';
import { client, operation } from '../../../frame/graphql-client.js';
import { mayUse, useViewer } from '../../../frame/viewer.js';
import type { CardApplicantQuery } from '../../../generated/graphql.js';
import { t } from '../../../words/words.js';
import { applicantDocument } from './applicant.queries.js';

type Applicant = NonNullable<CardApplicantQuery['applicant']>;

interface ApplicantCellProps {
  readonly appeal: string;
  /** Of a public comment, under which all read this name. */
  readonly author: string | undefined;
}

/** Name and contact stay closed until they are needed; each opening is recorded with its reason. */
export function ApplicantCell({ appeal, author }: ApplicantCellProps) {
  const { code: district } = useDistrict();
  const viewer = useViewer();
  const [asking, setAsking] = useState(false);
  const [applicant, setApplicant] = useState<Applicant>();
  const [failure, setFailure] = useState<Failure>();
  const open = async (reason: string): Promise<boolean> => {
    setAsking(false);
    const { data, error } = await client
      .query(operation(applicantDocument), { district, appeal, reason }, { requestPolicy: 'network-only' })
      .toPromise();
    setFailure(error && failureOf(error));
    setApplicant(data?.applicant ?? undefined);
    return !error;
  };
  return (
    <>
      <div className="is-first">
        <dt className="d-label">{t('card.applicant')}</dt>
        <dd>
          <Name applicant={applicant} author={author} />
        </dd>
      </div>
      <div>
        <dt className="d-label">{t('card.contact')}</dt>
        <dd>
          <Contact applicant={applicant} failure={failure} />
          {!applicant && !failure && mayUse(viewer, district, 'applicant') && (
            <button type="button" className="d-link is-act" onClick={() => setAsking(true)}>
              {t('card.openContact')}
            </button>
          )}
          {!applicant && !mayUse(viewer, district, 'applicant') && <small>{t('card.contactOfOthers')}</small>}
          <ReasonDialog
            open={asking}
            title={t('card.openContact')}
            label={t('card.openReason')}
            submit={t('card.openDo')}
            onClose={() => setAsking(false)}
            onSend={open}
          />
        </dd>
      </div>
    </>
  );
}

function Name(props: { readonly applicant: Applicant | undefined; readonly author: string | undefined }) {
  const { applicant, author } = props;
  if (!applicant && author === undefined) return t('card.closed');
  return (
    <>
      {applicant ? (applicant.name ?? t('card.noName')) : author}
      {!applicant && <small> {t('card.asInComment')}</small>}
      {applicant?.identity && <small>{t('card.identity', { ...applicant.identity })}</small>}
    </>
  );
}

function Contact(props: { readonly applicant: Applicant | undefined; readonly failure: Failure | undefined }) {
  const { applicant, failure } = props;
  if (failure) return <small role="alert">{failure.message || t('parts.noConnection')}</small>;
  if (!applicant) return null;
  if (!applicant.contact) return t('card.noContact');
  if (applicant.contactKind === 'NETWORK') return applicant.contact;
  const scheme = applicant.contactKind === 'EMAIL' ? 'mailto:' : 'tel:';
  return <a href={scheme + applicant.contact}>{applicant.contact}</a>;
}
