import { useState } from 'react';
import type { Directory } from '../../frame/directory.js';
import { useInvited } from '../../frame/invited.js';
import { Form, Submit } from '../../parts/form.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import { filled, isSamePart, PartFields, type Part } from './part-fields.js';
import { WithDirectory } from './with-directory.js';

export interface Chosen {
  readonly officials: string[];
  readonly departments: string[];
  /** Those that were changed. */
  readonly parts: (Part & { readonly official?: string; readonly department?: string })[];
}

/** By the id of the official, or the code of the department. */
export type Parts = Readonly<Record<string, Part>>;

interface CoExecutorsProps extends FormProps<Chosen> {
  /** Ids of officials, and codes of departments. */
  readonly chosen: readonly string[];
  readonly parts: Parts;
}

/** Who works on a question with its executor, departments, and executors by name, and what each of them prepares. */
export function CoExecutorsDialog({ open, chosen, parts, onClose, onSend }: CoExecutorsProps) {
  const title = t('card.assignCoExecutors');
  return (
    <ActDialog open={open} onClose={onClose} title={title} begins={chosen.join(' ')} onSend={onSend}>
      {(send) => (
        <WithDirectory>
          {(directory) => <CoExecutorsForm directory={directory} chosen={chosen} parts={parts} onSend={send} />}
        </WithDirectory>
      )}
    </ActDialog>
  );
}

interface CoExecutorsFormProps extends Pick<CoExecutorsProps, 'chosen' | 'parts'> {
  readonly directory: Directory;
  readonly onSend: (chosen: Chosen) => void;
}

function CoExecutorsForm(props: CoExecutorsFormProps) {
  const { departments, officials } = props.directory;
  const executors = officials.filter(({ roles }) => roles.includes('EXECUTOR'));
  const invited = useInvited();
  const [chosen, setChosen] = useState<readonly string[]>(props.chosen);
  const [parts, setParts] = useState<Parts>(props.parts);
  const toggle = (key: string): void =>
    setChosen(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  const box = (key: string, name: string) => (
    <div key={key}>
      <label>
        <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} />
        {name}
      </label>
      {chosen.includes(key) && (
        <PartFields part={parts[key] ?? {}} onPart={(part) => setParts({ ...parts, [key]: part })} />
      )}
    </div>
  );
  const send = (): void => {
    const of = (keys: readonly string[]) => keys.filter((key) => chosen.includes(key));
    const ids = of(executors.map(({ id }) => id));
    const codes = of(departments.map(({ code }) => code));
    const isChanged = (key: string): boolean => !isSamePart(parts[key] ?? {}, props.parts[key] ?? {});
    const partOf = (key: string): Part => filled(parts[key] ?? {});
    props.onSend({
      officials: ids,
      departments: codes,
      parts: [
        ...ids.filter(isChanged).map((official) => ({ official, ...partOf(official) })),
        ...codes.filter(isChanged).map((department) => ({ department, ...partOf(department) })),
      ],
    });
  };
  return (
    <Form onSubmit={send}>
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
