import { useDistrict } from '../../../frame/district.js';
import { Dialog } from '../../../parts/dialog.js';
import { Form, Submit } from '../../../parts/form.js';
import { t } from '../../../words/words.js';
import { takeBackOldJournalDocument } from './old-journal.queries.js';
import type { Load } from './old-journal.js';
import { useSteps } from './use-steps.js';

/** The whole import goes, or none of it; why is in the list of imports. */
export function TakeBack(props: {
  readonly load: Load;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}) {
  const { load, open, onClose, onChanged } = props;
  const { code: district } = useDistrict();
  const { run, step, isRunning, problem } = useSteps(takeBackOldJournalDocument, () => {
    onClose();
    onChanged();
  });
  const submit = (form: HTMLFormElement): void =>
    void run({ district, load: load.id, reason: String(new FormData(form).get('reason')) });
  return (
    <Dialog open={open} onClose={onClose} title={t('oldJournal.takeBackRows', { count: load.rows })}>
      <Form problem={problem} onSubmit={submit}>
        <p>{t('oldJournal.takeBackAsk')}</p>
        <label>
          {t('oldJournal.reason')}
          <input type="text" name="reason" required maxLength={200} defaultValue={load.removedReason ?? ''} />
        </label>
        {isRunning && (
          <p className="num" role="status">
            {step ? t('oldJournal.left', { count: step.total - step.done }) : t('oldJournal.removing')}
          </p>
        )}
        <Submit>{t('oldJournal.takeBackNow')}</Submit>
      </Form>
    </Dialog>
  );
}
