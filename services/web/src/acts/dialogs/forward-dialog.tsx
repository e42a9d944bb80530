import { useState } from 'react';
import { LabelledLine, LabelledText, LabelledTick } from '../../parts/labelled.js';
import { Form, Submit } from '../../parts/form.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import type { Directory } from '../../frame/directory.js';
import { useOtherDistricts } from '../../frame/other-districts.js';
import { WithDirectory } from './with-directory.js';

export interface ForwardBody {
  readonly organisation?: string;
  /** Code of another district of the platform. */
  readonly district?: string;
  readonly name?: string;
  readonly address?: string;
}

interface ForwardDialogProps extends FormProps<Forwarding> {
  /** The term of the law counts: it is an appeal under 59-FZ. */
  readonly hasLawfulTerm: boolean;
}

export interface Forwarding {
  readonly to: ForwardBody[];
  readonly reason?: string;
  readonly keepControl: boolean;
  /** It does not complain of the body, as the official who was asked says. */
  readonly isNoComplaint: boolean;
  readonly isMigration: boolean;
}

/** To an organisation of the directory, to another district of the platform, or to another body by its name and address. */
export function ForwardDialog({ open, hasLawfulTerm, problem, onClose, onSend }: ForwardDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={t('dialogs.forwardTitle')} onSend={onSend}>
      {(send) => (
        <WithDirectory>
          {({ organisations }) => (
            <ForwardForm
              organisations={organisations}
              hasLawfulTerm={hasLawfulTerm}
              asked={problem?.message}
              onSend={send}
            />
          )}
        </WithDirectory>
      )}
    </ActDialog>
  );
}

interface ForwardFormProps extends Pick<ForwardDialogProps, 'hasLawfulTerm'> {
  /** What the server asks before it leaves: the question may complain of the body. */
  readonly asked: string | undefined;
  readonly onSend: (forwarding: Forwarding) => void;
  readonly organisations: Directory['organisations'];
}

function ForwardForm({ organisations, hasLawfulTerm, asked, onSend }: ForwardFormProps) {
  const [to, setTo] = useState('');
  const others = useOtherDistricts();
  const [name, setName] = useState('');
  const [address, setAddress] = useState<string>();
  const [reason, setReason] = useState('');
  const [keepControl, setKeepControl] = useState(false);
  const [isNoComplaint, setIsNoComplaint] = useState(false);
  const [isMigration, setIsMigration] = useState(false);
  const [sentTo, setSentTo] = useState('');
  // Of another body, chosen since, nothing was asked yet.
  const isAsked = asked !== undefined && sentTo === `${to}${name}`;
  const known = organisations.find(({ code }) => to === `${ORGANISATION}${code}`);
  const choose = (next: string): void => {
    setTo(next);
    setAddress(undefined);
  };
  const submit = (): void => {
    setSentTo(`${to}${name}`);
    if (!isAsked) setIsNoComplaint(false);
    const at = address?.trim() ? { address: address.trim() } : {};
    onSend({
      to: [{ ...bodyOf(to, name.trim()), ...at }],
      ...(reason.trim() && { reason: reason.trim() }),
      keepControl,
      isNoComplaint: isAsked && isNoComplaint,
      isMigration: hasLawfulTerm && isMigration,
    });
  };
  return (
    <Form onSubmit={submit}>
      <label>
        {t('dialogs.forwardTo')}
        <select value={to} autoFocus onChange={(event) => choose(event.target.value)}>
          <option value="">{t('dialogs.forwardOther')}</option>
          <Bodies kind={ORGANISATION} title={t('dialogs.forwardOrganisations')} bodies={organisations} />
          <Bodies kind={DISTRICT} title={t('dialogs.forwardDistricts')} bodies={others} />
        </select>
      </label>
      {!to && <LabelledLine label={t('dialogs.forwardName')} required maxLength={200} value={name} onValue={setName} />}
      <LabelledLine
        label={t('dialogs.forwardAddress')}
        required={needsAddress(to, organisations)}
        maxLength={500}
        value={address ?? known?.address ?? ''}
        onValue={setAddress}
      />
      <LabelledText label={t('dialogs.forwardReason')} rows={2} value={reason} onValue={setReason} />
      <LabelledTick label={t('dialogs.forwardControl')} value={keepControl} onValue={setKeepControl} />
      {hasLawfulTerm && (
        <LabelledTick label={t('dialogs.forwardMigration')} value={isMigration} onValue={setIsMigration} />
      )}
      {isAsked && <NoComplaint asked={asked} isSaid={isNoComplaint} onSaid={setIsNoComplaint} />}
      <p className="muted small">
        {t(to.startsWith(DISTRICT) ? 'dialogs.forwardDistrictHint' : 'dialogs.forwardHint')}
        {hasLawfulTerm && termWords(isMigration)}
      </p>
      <Submit>{t('dialogs.forwardDo')}</Submit>
    </Form>
  );
}

/** 59-FZ art. 8(3), 8(3.1). */
function termWords(isMigration: boolean): string {
  return ` ${t('dialogs.forwardTerm', { days: isMigration ? 5 : 7 })}`;
}

interface NoComplaintProps {
  readonly asked: string;
  readonly isSaid: boolean;
  readonly onSaid: (isSaid: boolean) => void;
}

function NoComplaint({ asked, isSaid, onSaid }: NoComplaintProps) {
  return (
    <>
      <p className="d-warn" role="alert">
        {asked}
      </p>
      <LabelledTick label={t('dialogs.forwardNoComplaint')} required value={isSaid} onValue={onSaid} />
    </>
  );
}

const ORGANISATION = 'organisation ';
const DISTRICT = 'district ';

/** A letter to it goes on paper, and the directory does not know where. */
function needsAddress(chosen: string, organisations: ForwardFormProps['organisations']): boolean {
  if (chosen.startsWith(DISTRICT)) return false;
  const known = organisations.find(({ code }) => chosen === `${ORGANISATION}${code}`);
  return !known || (known.letterWay === 'PAPER' && known.address === null && !known.hasOpen311);
}

function bodyOf(chosen: string, name: string): ForwardBody {
  if (chosen.startsWith(DISTRICT)) return { district: chosen.slice(DISTRICT.length) };
  return chosen ? { organisation: chosen.slice(ORGANISATION.length) } : { name };
}

interface BodiesProps {
  readonly kind: string;
  readonly title: string;
  readonly bodies: readonly { readonly code: string; readonly name: string }[];
}

function Bodies({ kind, title, bodies }: BodiesProps) {
  if (bodies.length === 0) return null;
  return (
    <optgroup label={title}>
      {bodies.map(({ code, name }) => (
        <option key={code} value={`${kind}${code}`}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
