import { useState } from 'react';
import { useDistrict } from '../../../frame/district.js';
import { dayIn, fullDate } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';

export interface NewLink {
  readonly name: string;
  readonly link: string;
  /** ISO 8601 UTC; null where another provider has the accounts. */
  readonly expiresAt: string | null;
  /** That provider. */
  readonly issuer: string | null;
  /** Where it was to be sent; absent without an address. */
  readonly email?: string | undefined;
  readonly isSent: boolean;
}

/** The optional address of a form that makes a link. */
export function EmailField() {
  return (
    <label>
      {t('administration.email')}
      <input name="email" type="email" maxLength={254} autoComplete="off" />
    </label>
  );
}

/** What the form's `EmailField` holds. */
export function emailIn(form: HTMLFormElement): string | undefined {
  return String(new FormData(form).get('email')).trim() || undefined;
}

function Sending({ email, isSent }: Pick<NewLink, 'email' | 'isSent'>) {
  if (email === undefined) return undefined;
  return <p role="status">{t(isSent ? 'administration.linkSent' : 'administration.linkNotSent', { email })}</p>;
}

/** How long the link is good, and what is left to do with it. */
function goodFor({ expiresAt, isSent }: NewLink, zone: string): string {
  if (expiresAt === null) return t('administration.signInAddress');
  const day = fullDate(dayIn(zone, expiresAt));
  return t(isSent ? 'administration.invitationSent' : 'administration.invitationGood', { day });
}

/** The link, shown once: the server keeps its hash only. */
export function InvitationLink({ invitation }: { readonly invitation: NewLink }) {
  const { zone } = useDistrict();
  const [copied, setCopied] = useState(false);
  const address = new URL(invitation.link, location.origin).href;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div>
      <p className="strong">{t('administration.invitationOf', { name: invitation.name })}</p>
      {invitation.issuer && <p>{t('administration.accountAt', { issuer: new URL(invitation.issuer).host })}</p>}
      <Sending email={invitation.email} isSent={invitation.isSent} />
      <p className="code" data-invitation>
        {address}
      </p>
      <p className="muted">
        {goodFor(invitation, zone)}{' '}
        <button type="button" className="d-link" onClick={() => void copy()}>
          {t('administration.copy')}
        </button>{' '}
        <span role="status">{copied ? t('administration.copied') : ''}</span>
      </p>
    </div>
  );
}
