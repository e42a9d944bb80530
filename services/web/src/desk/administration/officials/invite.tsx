import { useRef, useState } from 'react';
import { useCommand } from '../../../frame/command.js';
import { newKey } from '../../../frame/new-key.js';
import { useDistrict } from '../../../frame/district.js';
import { Dialog } from '../../../parts/dialog.js';
import { Form } from '../../../parts/form.js';
import { t } from '../../../words/words.js';
import { EmailField, emailIn, InvitationLink, type NewLink } from './invitation-link.js';
import { inviteDocument } from './officials.queries.js';
import { asInput, RoleRows, type RoleRow } from './role-rows.js';

interface InviteProps {
  readonly open: boolean;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly onClose: () => void;
  readonly onInvited: () => void;
}

export function Invite(props: InviteProps) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('administration.inviteTitle')}>
      <InviteForm {...props} />
    </Dialog>
  );
}

const noRole: readonly RoleRow[] = [{ role: 'EXECUTOR', department: '' }];

function InviteForm({ departments, onInvited }: InviteProps) {
  const { code: district } = useDistrict();
  const [rows, setRows] = useState(noRole);
  const [link, setLink] = useState<NewLink>();
  const { send, problem } = useCommand(inviteDocument);
  // One key for one filled form: a repeated press after a lost answer gives the same link.
  const key = useRef(newKey());
  const invite = async (form: HTMLFormElement): Promise<void> => {
    const field = new FormData(form);
    const text = (name: string): string => String(field.get(name)).trim();
    const [name, login, position] = [text('name'), text('login'), text('position')];
    const email = emailIn(form);
    const official = { name, login, position: position || null, roles: asInput(rows) };
    const input = { district, key: key.current, email: email ?? null, ...official };
    const invited = await send({ input });
    key.current = newKey();
    if (!invited) return;
    setLink({ name, email, ...invited });
    onInvited();
  };
  if (link) return <InvitationLink invitation={link} />;
  return (
    <Form className="invite" problem={problem} onSubmit={(form) => void invite(form)}>
      <label>
        {t('administration.name')}
        <input name="name" required maxLength={200} autoComplete="off" />
      </label>
      <label>
        {t('administration.login')}
        <input name="login" required pattern="[A-Za-z0-9][A-Za-z0-9._@\-]{1,100}" autoComplete="off" />
      </label>
      <label>
        {t('administration.position')}
        <input name="position" maxLength={200} autoComplete="off" />
      </label>
      <EmailField />
      <p className="muted">{t('administration.emailKept')}</p>
      <p className="strong">{t('administration.roles')}</p>
      <RoleRows rows={rows} departments={departments} onChange={setRows} />
      <div className="d-bar d-gap2">
        <button type="submit" className="d-button is-main">
          {t('administration.makeLink')}
        </button>
      </div>
    </Form>
  );
}
