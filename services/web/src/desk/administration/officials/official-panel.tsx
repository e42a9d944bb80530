import { useCommand } from '../../../frame/command.js';
import { newKey } from '../../../frame/new-key.js';
import { useDistrict } from '../../../frame/district.js';
import { useMayUse } from '../../../frame/viewer.js';
import { Button } from '../../../parts/button.js';
import { column, type Column } from '../../../parts/data-table/column.js';
import { DataTable } from '../../../parts/data-table/data-table.js';
import { fullDate, momentIn } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { Form } from '../../../parts/form.js';
import { t } from '../../../words/words.js';
import { useState } from 'react';
import { AbsenceForm } from './absence-form.js';
import { EmailForm } from './email-form.js';
import { EmailField, emailIn, InvitationLink, type NewLink } from './invitation-link.js';
import { rolesOf, type OfficialItem } from './official-words.js';
import { dismissDocument, newInvitationDocument } from './officials.queries.js';
import { RolesForm } from './roles-form.js';
import { SubstitutionForm } from './substitution-form.js';

interface PanelProps {
  readonly official: OfficialItem;
  readonly officials: readonly OfficialItem[];
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  /** Open questions of an executor. */
  readonly open: number | undefined;
  readonly onChanged: () => void;
}

/** The chosen official: roles, days away, link, dismissal. */
export function OfficialPanel({ official, officials, departments, open, onChanged }: PanelProps) {
  const may = useMayUse();
  const isDismissed = official.state === 'DISMISSED';
  return (
    <aside className="peek" aria-label={official.name}>
      <Head official={official} />
      {isDismissed ? (
        <Roles official={official} />
      ) : (
        <>
          {may('changeOfficialRoles') ? (
            <RolesPart official={official} departments={departments} onChanged={onChanged} />
          ) : (
            <Roles official={official} />
          )}
          {may('recordAbsence') && (
            <AbsenceForm official={official} officials={officials} open={open} onChanged={onChanged} />
          )}
          {may('appointSubstitute') && (
            <SubstitutionForm official={official} officials={officials} onChanged={onChanged} />
          )}
          {may('setOfficialEmail') && <EmailForm official={official} onChanged={onChanged} />}
          {may('dismissOfficial') && <Acts official={official} onChanged={onChanged} />}
        </>
      )}
    </aside>
  );
}

function Head({ official }: { readonly official: OfficialItem }) {
  const { zone } = useDistrict();
  const { name, position, login, lastSignInAt, hasSecondFactor } = official;
  const signedIn = lastSignInAt ? t('administration.lastSignIn', { at: momentIn(zone, lastSignInAt) }) : undefined;
  const factor = hasSecondFactor ? t('administration.secondFactor') : undefined;
  return (
    <div>
      <p className="d-label">{rolesOf(official)}</p>
      <h2>{name}</h2>
      <p className="muted">{[position, login].filter(Boolean).join(', ')}</p>
      {(signedIn ?? factor) && <p className="muted">{[signedIn, factor].filter(Boolean).join(', ')}</p>}
    </div>
  );
}

function RolesPart(props: Pick<PanelProps, 'official' | 'departments' | 'onChanged'>) {
  const [changing, change] = useState(false);
  if (changing) return <RolesForm {...props} onClose={() => change(false)} />;
  return (
    <Roles official={props.official}>
      <p>
        <Button look="plain" keys="KeyR" onPress={() => change(true)}>
          {t('administration.changeRoles')}
        </Button>
      </p>
    </Roles>
  );
}

function Roles({ official, children }: { readonly official: OfficialItem; readonly children?: React.ReactNode }) {
  return (
    <div>
      <p className="strong">{t('administration.roles')}</p>
      <DataTable
        look="nums"
        className="roles"
        columns={roleColumns()}
        rows={official.roles}
        idOf={({ role, department }) => `${role} ${department?.code}`}
      />
      {children}
    </div>
  );
}

function roleColumns(): readonly Column<OfficialItem['roles'][number]>[] {
  return [
    column(
      'department',
      t('administration.department'),
      ({ department }) => department?.name ?? t('administration.wholeDistrict'),
    ),
    column('role', t('administration.role'), ({ role }) => t(`frame.role${role}`)),
    column('since', t('administration.since'), ({ since }) => fullDate(since), { look: 'num' }),
  ];
}

type Asking = 'LINK' | 'DISMISSAL';

function Acts({ official, onChanged }: Pick<PanelProps, 'official' | 'onChanged'>) {
  const [asking, ask] = useState<Asking>();
  const [link, setLink] = useState<NewLink>();
  const close = (): void => ask(undefined);
  const made = (invitation: NewLink): void => {
    setLink(invitation);
    close();
  };
  return (
    <>
      {asking === 'LINK' && <LinkForm official={official} onMade={made} onClose={close} />}
      {asking === 'DISMISSAL' && <Dismissal official={official} onChanged={onChanged} onClose={close} />}
      {asking === undefined && (
        <div className="peek-keys">
          <Button keys="KeyL" onPress={() => ask('LINK')}>
            {t('administration.newLink')}
          </Button>
          <Button keys="KeyU" onPress={() => ask('DISMISSAL')}>
            {t('administration.dismiss')}
          </Button>
        </div>
      )}
      {link && <InvitationLink invitation={link} />}
    </>
  );
}

interface AskingProps {
  readonly official: OfficialItem;
  readonly onClose: () => void;
}

function LinkForm({ official, onMade, onClose }: AskingProps & { readonly onMade: (link: NewLink) => void }) {
  const { code: district } = useDistrict();
  const { id, name } = official;
  const { send, problem } = useCommand(newInvitationDocument);
  const renew = async (form: HTMLFormElement): Promise<void> => {
    const email = emailIn(form);
    const invitation = await send({ input: { district, id, key: newKey(), email: email ?? null } });
    if (invitation) onMade({ name, email, ...invitation });
  };
  return (
    <Form className="invite" problem={problem} onSubmit={(form) => void renew(form)}>
      <EmailField />
      <div className="d-bar d-gap">
        <button type="submit" className="d-button">
          {t('administration.makeLink')}
        </button>
        <Button onPress={onClose}>{t('administration.noLink')}</Button>
      </div>
    </Form>
  );
}

function Dismissal({ official, onChanged, onClose }: AskingProps & Pick<PanelProps, 'onChanged'>) {
  const { code: district } = useDistrict();
  const { id, version: expectedVersion, name } = official;
  const { send, problem } = useCommand(dismissDocument);
  const dismiss = async (): Promise<void> => {
    if (await send({ input: { district, id, key: newKey(), expectedVersion } })) onChanged();
  };
  return (
    <div className="d-note" role="alert">
      <p>{t('administration.dismissAsk', { name })}</p>
      <div className="d-bar d-gap">
        <Button onPress={() => void dismiss()}>{t('administration.dismissYes')}</Button>
        <Button onPress={onClose}>{t('administration.dismissNo')}</Button>
      </div>
      <Problem problem={problem} />
    </div>
  );
}
