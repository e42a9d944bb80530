import { useState } from 'react';
import type { Directory } from '../../frame/directory.js';
import { dayMonth } from '../../parts/dates.js';
import { useDistrict } from '../../frame/district.js';
import { useInvited } from '../../frame/invited.js';
import { useOpenCounts } from '../../frame/open-counts.js';
import { Form, Submit } from '../../parts/form.js';
import { LabelledChoice } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import { useAssignWords } from './assign-words.js';
import {
  changedChoice,
  CoExecutorFields,
  noHelpers,
  useCoExecutors,
  type Chosen,
  type Helpers,
} from './co-executor-fields.js';
import { LeftOut } from './left-out.js';
import type { QuestionPlace } from './question-place.js';
import { ResolutionFields, type SaidWith } from './resolution-fields.js';
import { WithDirectory } from './with-directory.js';

/** The executor, with what is said to him. */
export interface Assigned extends SaidWith {
  readonly executor: string;
  /** Absent: they stay. */
  readonly coExecutors?: Chosen;
}

interface AssignDialogProps extends FormProps<Assigned> {
  readonly items: readonly QuestionPlace[];
  /** Numbers of those that were chosen too, and for which it is not permitted. */
  readonly left?: readonly string[];
  /** Of one question whose co-executors are known: others, and their parts, may be named with it. */
  readonly former?: Helpers | undefined;
}

/** One executor for the chosen questions: those of their department. */
export function AssignDialog({ open, items, left = [], former, onClose, onSend }: AssignDialogProps) {
  const title = t('dialogs.assignTitle', { count: items.length });
  return (
    <ActDialog open={open} onClose={onClose} title={title} begins={items.map(({ id }) => id).join(' ')} onSend={onSend}>
      {(send) => (
        <>
          <LeftOut numbers={left} />
          <WithDirectory>
            {(directory) => <AssignForm directory={directory} items={items} former={former} onSend={send} />}
          </WithDirectory>
        </>
      )}
    </ActDialog>
  );
}

interface AssignFormProps extends Pick<AssignDialogProps, 'items' | 'former'> {
  readonly directory: Directory;
  readonly onSend: (assigned: Assigned) => void;
}

function AssignForm(props: AssignFormProps) {
  const { items, former, onSend } = props;
  const { officials } = props.directory;
  const departments = new Set(items.map(({ department }) => department?.code));
  const executors = officials.filter(({ roles }) => roles.includes('EXECUTOR'));
  const own = executors.filter(({ department }) => !department || departments.has(department.code));
  const offered = own.length > 0 ? own : executors;
  const { code } = useDistrict();
  const open = useOpenCounts(
    code,
    offered.map(({ id }) => id),
  );
  const invited = useInvited();
  const [chosen, setExecutor] = useState<string>();
  const [said, setSaid] = useState<SaidWith>({});
  const [helping, setHelping] = useCoExecutors(former ?? noHelpers);
  const [one, ...others] = own.filter(({ id }) => !invited.has(id));
  const only = one && others.length === 0 ? one.id : '';
  const executor = chosen ?? only;
  const awayOf = (id: string) => props.directory.away.find(({ official }) => official.id === id);
  const away = awayOf(executor);
  const send = (): void => {
    const coExecutors = former && changedChoice(helping, props.directory, former);
    onSend({ executor, ...said, ...(coExecutors && { coExecutors }) });
  };
  return (
    <Form onSubmit={send}>
      <LabelledChoice
        label={t('dialogs.executor')}
        required
        autoFocus
        none={t('dialogs.choose')}
        of={offered.map(({ id, name }) => [id, executorText(name, open.get(id), awayOf(id), invited.has(id))])}
        value={executor}
        onValue={setExecutor}
      />
      {invited.has(executor) && (
        <p className="d-note" role="status">
          {t('dialogs.invitedWaits')}
        </p>
      )}
      {away && <AwayNote away={away} offered={offered} onChoose={setExecutor} />}
      <ResolutionFields directory={props.directory} said={said} onSaid={setSaid} />
      {former && (
        <details>
          <summary>{t('dialogs.assignHelpers', { count: helping.keys.length })}</summary>
          <CoExecutorFields directory={props.directory} former={former} choice={helping} onChoice={setHelping} />
        </details>
      )}
      <Submit>{useAssignWords(said)}</Submit>
    </Form>
  );
}

type Away = Directory['away'][number];

/** The name, how much is in work, and until when he is away. */
function executorText(name: string, open: number | undefined, away: Away | undefined, isInvited: boolean): string {
  return [
    name,
    ...(isInvited ? [t('dialogs.executorInvited')] : []),
    ...(open === undefined ? [] : [t('dialogs.executorOpen', { count: open })]),
    ...(away ? [t('dialogs.executorAway', { day: dayMonth(away.until) })] : []),
  ].join(' · ');
}

/** The substitute is proposed, if the work may be assigned to them. */
function AwayNote(props: {
  readonly away: Away;
  readonly offered: readonly { readonly id: string }[];
  readonly onChoose: (executor: string) => void;
}) {
  const { away, offered, onChoose } = props;
  const { standIn, until } = away;
  const isOffered = offered.some(({ id }) => id === standIn?.id);
  return (
    <div className="d-note" role="status">
      <p>
        {standIn
          ? t('dialogs.awayStandIn', { day: dayMonth(until), name: standIn.name })
          : t('dialogs.awayNobody', { day: dayMonth(until) })}
      </p>
      {standIn && isOffered && (
        <button type="button" className="d-button" onClick={() => onChoose(standIn.id)}>
          {t('dialogs.chooseStandIn', { name: standIn.name })}
        </button>
      )}
    </div>
  );
}
