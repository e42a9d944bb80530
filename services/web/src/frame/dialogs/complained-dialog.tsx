import { useState } from 'react';
import { Dialog } from '../../parts/dialog.js';
import { t } from '../../words/words.js';
import type { Directory } from '../directory.js';
import { WithDirectory } from './with-directory.js';

/** As many as the command takes. */
const MAX_NAMED = 20;

interface ComplainedDialogProps {
  readonly open: boolean;
  /** Codes that are noted now. */
  readonly noted: readonly string[];
  readonly onClose: () => void;
  readonly onNote: (of: readonly string[]) => void;
}

/** Of which departments and organisations the applicant complains: the question never goes to them. */
export function ComplainedDialog(props: ComplainedDialogProps) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('dialogs.complainedTitle')}>
      <WithDirectory>{(directory) => <ComplainedForm {...props} directory={directory} />}</WithDirectory>
    </Dialog>
  );
}

function ComplainedForm({ noted, onNote, directory }: ComplainedDialogProps & { readonly directory: Directory }) {
  const [chosen, setChosen] = useState(noted);
  const toggle = (code: string): void =>
    setChosen(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  const groups = [
    { name: t('dialogs.complainedDepartments'), bodies: directory.departments },
    { name: t('dialogs.complainedOrganisations'), bodies: directory.organisations },
  ].filter(({ bodies }) => bodies.length > 0);
  return (
    <form
      className="d-form"
      onSubmit={(event) => {
        event.preventDefault();
        onNote(chosen);
      }}
    >
      <p className="muted">{t('dialogs.complainedHint')}</p>
      {groups.map(({ name, bodies }) => (
        <fieldset key={name} className="d-choice">
          <legend>{name}</legend>
          {bodies.map((body) => (
            <label key={body.code}>
              <input
                type="checkbox"
                checked={chosen.includes(body.code)}
                disabled={!chosen.includes(body.code) && chosen.length >= MAX_NAMED}
                onChange={() => toggle(body.code)}
              />
              {body.name}
            </label>
          ))}
        </fieldset>
      ))}
      <button type="submit" className="d-button is-main">
        {t('dialogs.complainedDo')}
      </button>
    </form>
  );
}
