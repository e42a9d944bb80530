import type { Directory } from '../../frame/directory.js';
import { Form, Submit } from '../../parts/form.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import {
  choiceOf,
  chosenOf,
  CoExecutorFields,
  useCoExecutors,
  type Chosen,
  type Helpers,
} from './co-executor-fields.js';
import { WithDirectory } from './with-directory.js';

interface CoExecutorsProps extends FormProps<Chosen> {
  readonly former: Helpers;
}

/** Who works on a question with its executor, departments, and officials by name, and what each of them prepares. */
export function CoExecutorsDialog({ open, former, onClose, onSend }: CoExecutorsProps) {
  const title = t('card.assignCoExecutors');
  const begins = choiceOf(former).keys.join(' ');
  return (
    <ActDialog open={open} onClose={onClose} title={title} begins={begins} onSend={onSend}>
      {(send) => (
        <WithDirectory>
          {(directory) => <CoExecutorsForm directory={directory} former={former} onSend={send} />}
        </WithDirectory>
      )}
    </ActDialog>
  );
}

interface CoExecutorsFormProps extends Pick<CoExecutorsProps, 'former'> {
  readonly directory: Directory;
  readonly onSend: (chosen: Chosen) => void;
}

function CoExecutorsForm({ directory, former, onSend }: CoExecutorsFormProps) {
  const [choice, setChoice] = useCoExecutors(former);
  return (
    <Form onSubmit={() => onSend(chosenOf(choice, directory, former))}>
      <CoExecutorFields directory={directory} former={former} choice={choice} onChoice={setChoice} />
      <Submit>{t('card.assignCoExecutorsDo')}</Submit>
    </Form>
  );
}
