import { useState } from 'react';
import { useDirectory } from '../directory.js';
import { Dialog } from '../../parts/dialog.js';
import { t } from '../../words/words.js';
import { submitOnEnter } from './submit-on-enter.js';
import type { QuestionPlace } from './question-place.js';

export interface Route {
  readonly topic: string;
  readonly department: string;
  readonly reason?: string;
}

interface RouteDialogProps {
  readonly open: boolean;
  readonly items: readonly QuestionPlace[];
  readonly onClose: () => void;
  readonly onRoute: (route: Route) => void;
}

/** Topic and department for the chosen questions; the topic's own department is proposed. */
export function RouteDialog({ open, items, onClose, onRoute }: RouteDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={t('dialogs.routeTitle', { count: items.length })}>
      <RouteForm items={items} onRoute={onRoute} />
    </Dialog>
  );
}

function RouteForm({ items, onRoute }: Pick<RouteDialogProps, 'items' | 'onRoute'>) {
  const { topics, departments } = useDirectory();
  const [topic, setTopic] = useState(items[0]?.topic?.code ?? '');
  const [department, setDepartment] = useState(items[0]?.department?.code ?? '');
  const [reason, setReason] = useState('');
  const chooseTopic = (code: string): void => {
    setTopic(code);
    setDepartment(topics.find((one) => one.code === code)?.department?.code ?? department);
  };
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    onRoute({ topic, department, ...(reason.trim() ? { reason: reason.trim() } : {}) });
  };
  return (
    <form className="d-form" onSubmit={submit} onKeyDown={submitOnEnter}>
      <label>
        {t('dialogs.topic')}
        <select value={topic} required autoFocus onChange={(event) => chooseTopic(event.target.value)}>
          <option value="">{t('dialogs.choose')}</option>
          {topics.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('dialogs.department')}
        <select value={department} required onChange={(event) => setDepartment(event.target.value)}>
          <option value="">{t('dialogs.choose')}</option>
          {departments.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('dialogs.reasonOptional')}
        <input
          className="d-input"
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <button type="submit" className="d-button is-main">
        {t('dialogs.routeDo')}
        <kbd>Enter</kbd>
      </button>
    </form>
  );
}
