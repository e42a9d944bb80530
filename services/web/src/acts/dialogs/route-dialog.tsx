import { useState } from 'react';
import type { Directory } from '../../frame/directory.js';
import { LabelledChoice, LabelledLine } from '../../parts/labelled.js';
import { Form, Submit } from '../../parts/form.js';
import { t } from '../../words/words.js';
import { LearnedProposals } from './learned-proposals.js';
import { LeftOut } from './left-out.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import type { QuestionPlace } from './question-place.js';
import { WithDirectory } from './with-directory.js';

export interface Route {
  readonly topic: string;
  readonly department: string;
  readonly reason?: string;
}

interface RouteDialogProps extends FormProps<Route> {
  readonly items: readonly QuestionPlace[];
  /** Numbers of those that were chosen too, and for which it is not permitted. */
  readonly left?: readonly string[];
}

/** Topic and department for the chosen questions; the topic's own department is proposed. */
export function RouteDialog({ open, items, left = [], onClose, onSend }: RouteDialogProps) {
  const title = t('dialogs.routeTitle', { count: items.length });
  const begins = items.map(({ id, topic, department }) => `${id} ${topic?.code} ${department?.code}`).join();
  return (
    <ActDialog open={open} onClose={onClose} title={title} begins={begins} onSend={onSend}>
      {(send) => (
        <>
          <LeftOut numbers={left} />
          <WithDirectory>
            {(directory) => <RouteForm directory={directory} items={items} onSend={send} />}
          </WithDirectory>
        </>
      )}
    </ActDialog>
  );
}

interface RouteFormProps extends Pick<RouteDialogProps, 'items'> {
  readonly directory: Directory;
  readonly onSend: (route: Route) => void;
}

function RouteForm(props: RouteFormProps) {
  const { items, onSend } = props;
  const { topics, departments } = props.directory;
  const [topic, setTopic] = useState(items[0]?.topic?.code ?? '');
  const [department, setDepartment] = useState(items[0]?.department?.code ?? '');
  const [reason, setReason] = useState('');
  const chooseTopic = (code: string): void => {
    setTopic(code);
    setDepartment(topics.find((one) => one.code === code)?.department?.code ?? department);
  };
  const chooseLearned = (one: { readonly topic: string; readonly department: string | undefined }): void => {
    chooseTopic(one.topic);
    if (one.department !== undefined) setDepartment(one.department);
  };
  const submit = (): void => {
    onSend({ topic, department, ...(reason.trim() && { reason: reason.trim() }) });
  };
  return (
    <Form onSubmit={submit}>
      {items.length === 1 && !items[0]!.topic && <LearnedProposals question={items[0]!.id} onChoose={chooseLearned} />}
      <LabelledChoice
        label={t('dialogs.topic')}
        required
        autoFocus
        none={t('dialogs.choose')}
        of={topics.map(({ code, name }) => [code, name])}
        value={topic}
        onValue={chooseTopic}
      />
      <LabelledChoice
        label={t('dialogs.department')}
        required
        none={t('dialogs.choose')}
        of={departments.map(({ code, name }) => [code, name])}
        value={department}
        onValue={setDepartment}
      />
      <LabelledLine label={t('dialogs.reasonOptional')} maxLength={2000} value={reason} onValue={setReason} />
      <Submit>{t('dialogs.routeDo')}</Submit>
    </Form>
  );
}
