import { useState } from 'react';
import { t } from '../../words/words.js';
import type { Directory } from '../directory.js';
import { useOtherDistricts } from '../other-districts.js';
import { ActDialog } from './act-dialog.js';
import { WithDirectory } from './with-directory.js';

/** As many as the command takes. */
const MAX_NAMED = 20;

interface ComplainedDialogProps {
  readonly open: boolean;
  /** Codes that are noted now. */
  readonly noted: readonly string[];
  readonly onClose: () => void;
  /** Answers whether the act was done. */
  readonly onNote: (of: readonly string[]) => Promise<boolean>;
}

/** Of which departments, organisations and other districts the applicant complains: the question never goes to them. */
export function ComplainedDialog({ open, noted, onClose, onNote }: ComplainedDialogProps) {
  const title = t('dialogs.complainedTitle');
  return (
    <ActDialog open={open} onClose={onClose} title={title} begins={noted.join(' ')} onSend={onNote}>
      {(send) => (
        <WithDirectory>
          {(directory) => <ComplainedForm noted={noted} directory={directory} onNote={send} />}
        </WithDirectory>
      )}
    </ActDialog>
  );
}

interface ComplainedFormProps extends Pick<ComplainedDialogProps, 'noted'> {
  readonly directory: Directory;
  readonly onNote: (of: readonly string[]) => void;
}

function ComplainedForm({ noted, onNote, directory }: ComplainedFormProps) {
  const [chosen, setChosen] = useState(noted);
  const others = useOtherDistricts();
  const toggle = (code: string): void =>
    setChosen(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  const groups = [
    { name: t('dialogs.complainedDepartments'), bodies: directory.departments },
    { name: t('dialogs.complainedOrganisations'), bodies: directory.organisations },
    { name: t('dialogs.forwardDistricts'), bodies: others },
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
