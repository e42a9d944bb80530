import { useState } from 'react';
import type { Directory } from '../../frame/directory.js';
import { useInvited } from '../../frame/invited.js';
import { Form, Submit } from '../../parts/form.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import { WithDirectory } from './with-directory.js';

export interface Chosen {
  readonly officials: string[];
  readonly departments: string[];
}

interface CoExecutorsProps extends FormProps<Chosen> {
  /** Ids of officials, and codes of departments. */
  readonly chosen: readonly string[];
}

/** Who works on a question with its executor: departments, and executors by name. */
export function CoExecutorsDialog({ open, chosen, onClose, onSend }: CoExecutorsProps) {
  const title = t('card.assignCoExecutors');
  return (
    <ActDialog open={open} onClose={onClose} title={title} begins={chosen.join(' ')} onSend={onSend}>
      {(send) => (
        <WithDirectory>
          {(directory) => <CoExecutorsForm directory={directory} chosen={chosen} onSend={send} />}
        </WithDirectory>
      )}
    </ActDialog>
  );
}

interface CoExecutorsFormProps extends Pick<CoExecutorsProps, 'chosen'> {
  readonly directory: Directory;
  readonly onSend: (chosen: Chosen) => void;
}

function CoExecutorsForm(props: CoExecutorsFormProps) {
  const { departments, officials } = props.directory;
  const executors = officials.filter(({ roles }) => roles.includes('EXECUTOR'));
  const invited = useInvited();
  const [chosen, setChosen] = useState<readonly string[]>(props.chosen);
  const toggle = (key: string): void =>
    setChosen(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  const box = (key: string, name: string) => (
    <label key={key}>
      <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} />
      {name}
    </label>
  );
  return (
    <Form
      onSubmit={() =>
        props.onSend({
          officials: executors.map(({ id }) => id).filter((id) => chosen.includes(id)),
          departments: departments.map(({ code }) => code).filter((code) => chosen.includes(code)),
        })
      }
    >
      <fieldset className="d-choice">
        <legend>{t('card.coDepartments')}</legend>
        {departments.map(({ code, name }) => box(code, name))}
      </fieldset>
      <fieldset className="d-choice">
        <legend>{t('card.coOfficials')}</legend>
        {executors.map(({ id, name }) => box(id, invited.has(id) ? `${name} · ${t('dialogs.executorInvited')}` : name))}
      </fieldset>
      <Submit>{t('card.assignCoExecutorsDo')}</Submit>
    </Form>
  );
}
