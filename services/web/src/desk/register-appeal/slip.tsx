import { Emblem } from '../../parts/emblem.js';
import { dayIn, longDate, timeOfDay } from '../../parts/dates.js';
import { language, t } from '../../words/words.js';
import { nameWithInitials, type RegistrationDraft } from './registration-draft.js';
import type { Registered } from './use-registration.js';

interface SlipProps {
  readonly district: {
    readonly name: string;
    readonly zone: string;
    readonly address?: string;
    readonly phone?: string;
  };
  readonly draft: RegistrationDraft;
  readonly registrar: string;
  readonly dueOn: string | undefined;
  /** Absent: as it will be printed. */
  readonly registered?: Registered;
}

/** The receipt for the applicant; printed as shown here. */
export function Slip({ district, draft, registrar, dueOn, registered }: SlipProps) {
  const name = nameWithInitials(draft);
  const head = [district.address, district.phone].filter((part) => part).join(' · ');
  return (
    <article className="letter slip" aria-label={t('registration.slip')}>
      <div className="letter-head">
        <Emblem />
        <p>
          <b>{district.name}</b>
          {head}
        </p>
      </div>
      <p className="letter-no">
        <b>{t(`registration.slip${draft.way}`)}</b>
        <span className="muted">{numberWords(draft, registered)}</span>
      </p>
      {registered && <p>{acceptedWords(draft, registered.at, district.zone)}</p>}
      {name !== '' && <p>{t('registration.slipFrom', { name })}</p>}
      <p>
        {draft.way === 'PAPER' && `${sheetWords(draft)} `}
        {dueOn && t('registration.slipAnswer', { date: longDate(dueOn, language) })}
      </p>
      {registered ? (
        <dl className="slip-code">
          <dt>{t('registration.slipReceipt')}</dt>
          <dd>{registered.receipt}</dd>
          <dt>{t('registration.slipCode')}</dt>
          <dd>{registered.code.replace(/(.{4})(?=.)/gu, '$1 ')}</dd>
        </dl>
      ) : null}
      <p>{t('registration.slipFollow', { address: globalThis.location.host })}</p>
      <p className="letter-sign muted">
        {t('registration.slipSign', { registrar })}
        {!registered && ` · ${t('registration.slipCodeLater')}`}
      </p>
    </article>
  );
}

function numberWords({ receivedOn }: RegistrationDraft, registered: Registered | undefined): string {
  const date = receivedOn === '' ? '' : longDate(receivedOn, language);
  if (!registered) return t('registration.slipNoNumber', { date });
  return t('registration.slipNumber', { number: registered.number ?? registered.receipt, date });
}

/** A letter that lay there for a day has no hour: it was entered later than it came. */
function acceptedWords({ receivedOn }: RegistrationDraft, at: string, zone: string): string {
  const date = longDate(receivedOn, language);
  if (dayIn(zone, at) !== receivedOn) return t('registration.slipAcceptedOn', { date });
  return t('registration.slipAccepted', { date, time: timeOfDay(at, zone) });
}

function sheetWords({ sheets, enclosures }: RegistrationDraft): string {
  const [letter, more] = [Number.parseInt(sheets, 10), Number.parseInt(enclosures, 10)];
  if (!(letter > 0)) return '';
  return more > 0
    ? t('registration.slipSheetsMore', { sheets: letter, enclosures: more })
    : t('registration.slipSheets', { sheets: letter });
}
