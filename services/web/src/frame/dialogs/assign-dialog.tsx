import { useState } from 'react';
import { useDirectory } from '../directory.js';
import { Dialog } from '../../parts/dialog.js';
import { t } from '../../words/words.js';
import { submitOnEnter } from './submit-on-enter.js';
import type { QuestionPlace } from './question-place.js';

interface AssignDialogProps {
  readonly open: boolean;
  readonly items: readonly QuestionPlace[];
  readonly onClose: () => void;
  readonly onAssign: (executor: string) => void;
}

/** One executor for the chosen questions: those of their department. */
export function AssignDialog({ open, items, onClose, onAssign }: AssignDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={t('dialogs.assignTitle', { count: items.length })}>
      <AssignForm items={items} onAssign={onAssign} />
    </Dialog>
  );
}

function AssignForm({ items, onAssign }: Pick<AssignDialogProps, 'items' | 'onAssign'>) {
  const { officials } = useDirectory();
  const departments = new Set(items.map(({ department }) => department?.code));
  const executors = officials.filter(({ roles }) => roles.includes('EXECUTOR'));
  const own = executors.filter(({ department }) => !department || departments.has(department.code));
  const [executor, setExecutor] = useState(own.length === 1 ? own[0]!.id : '');
  return (
    <form
      className="d-form"
      onKeyDown={submitOnEnter}
      onSubmit={(event) => {
        event.preventDefault();
        onAssign(executor);
      }}
    >
      <label>
        {t('dialogs.executor')}
        <select value={executor} required autoFocus onChange={(event) => setExecutor(event.target.value)}>
          <option value="">{t('dialogs.choose')}</option>
          {(own.length > 0 ? own : executors).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="d-button is-main">
        {t('dialogs.assignDo')}
        <kbd>Enter</kbd>
      </button>
    </form>
  );
}
