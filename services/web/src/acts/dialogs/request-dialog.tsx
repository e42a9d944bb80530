import { useState } from 'react';
import type { OrganisationKind, RequestPurpose } from '../../generated/enumerations.js';
import { dayIn } from '../../parts/dates.js';
import { LabelledChoice, LabelledLine, LabelledText } from '../../parts/labelled.js';
import { Form, Submit } from '../../parts/form.js';
import { t } from '../../words/words.js';
import type { Directory } from '../../frame/directory.js';
import { useDistrict } from '../../frame/district.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import { WithDirectory } from './with-directory.js';

export interface Asking {
  readonly of: ({ readonly organisation: string } | { readonly name: string; readonly kind: OrganisationKind }) & {
    readonly address?: string;
  };
  readonly asked: string;
  readonly purpose: RequestPurpose;
  readonly until?: string;
}

type RequestDialogProps = FormProps<Asking>;

/** Information of another body, or a draft of an organisation that does the work: of the directory, or by its name. */
export function RequestDialog({ open, onClose, onSend }: RequestDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={t('course.requestTitle')} onSend={onSend}>
      {(send) => (
        <WithDirectory>
          {({ organisations }) => <RequestForm organisations={organisations} onSend={send} />}
        </WithDirectory>
      )}
    </ActDialog>
  );
}

interface RequestFormProps {
  readonly organisations: Directory['organisations'];
  readonly onSend: (asking: Asking) => void;
}

const PURPOSES = ['INFORMATION', 'DRAFT'] as const satisfies readonly RequestPurpose[];

function RequestForm({ organisations, onSend }: RequestFormProps) {
  const { zone } = useDistrict();
  const [organisation, setOrganisation] = useState('');
  const [other, setOther] = useState<OtherBody>({ name: '', kind: 'EXECUTIVE' });
  const [address, setAddress] = useState('');
  const [purpose, setPurpose] = useState<RequestPurpose>('INFORMATION');
  const [until, setUntil] = useState('');
  const [asked, setAsked] = useState('');
  // A court and a body of inquiry are asked for nothing (59-FZ art. 10(1)2).
  const askable = organisations.filter(({ kind }) => kind !== 'COURT' && kind !== 'INQUIRY');
  const chosen = askable.find(({ code }) => code === organisation);
  // A letter to it goes on paper, and the directory does not know where.
  const lacksAddress = !chosen || (chosen.letterWay === 'PAPER' && chosen.address === null);
  const submit = (): void => {
    const body = organisation ? { organisation } : { ...other, name: other.name.trim() };
    const of = { ...body, ...(lacksAddress && address.trim() && { address: address.trim() }) };
    onSend({ of, asked: asked.trim(), purpose, ...(purpose === 'DRAFT' && until && { until }) });
  };
  return (
    <Form onSubmit={submit}>
      <LabelledChoice
        label={t('course.requestOf')}
        autoFocus
        none={t('dialogs.forwardOther')}
        of={askable.map(({ code, name }) => [code, name])}
        value={organisation}
        onValue={setOrganisation}
      />
      <WayOf organisation={chosen} />
      {!organisation && <OtherBodyFields body={other} onChange={setOther} />}
      {lacksAddress && (
        <LabelledLine
          label={t('dialogs.forwardAddress')}
          required
          maxLength={500}
          value={address}
          onValue={setAddress}
        />
      )}
      <LabelledChoice
        label={t('course.purpose')}
        of={PURPOSES.map((one) => [one, t(`course.purpose${one}`)])}
        value={purpose}
        onValue={(one) => setPurpose(one || 'INFORMATION')}
      />
      {purpose === 'DRAFT' && (
        <LabelledLine
          label={t('course.until')}
          name="until"
          type="date"
          required
          min={dayIn(zone, Date.now())}
          value={until}
          onValue={setUntil}
        />
      )}
      <LabelledText label={t('course.asked')} name="asked" required rows={3} value={asked} onValue={setAsked} />
      <p className="muted small">{t(purpose === 'DRAFT' ? 'course.draftHint' : 'course.requestHint')}</p>
      <Submit>{t('course.requestDo')}</Submit>
    </Form>
  );
}

/** Open311 has no place for an answer to the administration: the request never goes that way, though questions do. */
function WayOf({ organisation }: { readonly organisation: Directory['organisations'][number] | undefined }) {
  if (!organisation) return null;
  return (
    <p className="muted small">
      {t(organisation.letterWay === 'EMAIL' ? 'course.requestByEmail' : 'course.requestOnPaper')}
      {organisation.hasOpen311 && ` ${t('course.requestNoOpen311')}`}
    </p>
  );
}

interface OtherBody {
  readonly name: string;
  readonly kind: OrganisationKind;
}

const KINDS = [
  ...(['EXECUTIVE', 'MUNICIPAL', 'PROSECUTOR', 'SUBORDINATE', 'UTILITY', 'COURT', 'INQUIRY', 'OTHER'] as const),
] satisfies readonly OrganisationKind[];

/** A court cannot be recognised by the name alone. */
function OtherBodyFields({ body, onChange }: { body: OtherBody; onChange: (body: OtherBody) => void }) {
  return (
    <>
      <LabelledLine
        label={t('dialogs.forwardName')}
        required
        maxLength={200}
        value={body.name}
        onValue={(name) => onChange({ ...body, name })}
      />
      <LabelledChoice
        label={t('course.kind')}
        of={KINDS.map((one) => [one, t(`course.kind${one}`)])}
        value={body.kind}
        onValue={(kind) => onChange({ ...body, kind: kind || 'OTHER' })}
      />
    </>
  );
}
