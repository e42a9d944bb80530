import { useState, type ReactNode } from 'react';
import { useAsOpened } from '../../frame/as-opened.js';
import { useDirectory } from '../../frame/directory.js';
import type { Act } from '../../acts/act.js';
import { ActButton } from '../../acts/act-button.js';
import { registerAppeal } from '../../acts/message.js';
import { assign, route, takeBackAssignments } from '../../acts/question/work.js';
import { AssignDialog } from '../../acts/dialogs/assign-dialog.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import type { Versioned } from '../../acts/dialogs/changes-behind.js';
import { RouteDialog } from '../../acts/dialogs/route-dialog.js';
import { shortDepartment, shortName } from '../../parts/names.js';
import { DialogNotice } from '../../parts/dialog-notice.js';
import { t } from '../../words/words.js';
import type { ListItem } from './list-item.js';
import type { useRowActs } from './row-acts.js';
import type { Selection } from './selection.js';

/** Names a department or an executor. */
type NamingAct = typeof route | typeof assign;

export interface WorklistActs {
  /** The acts as buttons; with their keys only in one place at a time. */
  readonly buttons: (withKeys: boolean) => ReactNode;
  readonly dialogs: ReactNode;
  /** There is an act that is the next step; otherwise it is to open the card. */
  readonly hasMain: boolean;
  /** There is anything at all that can be done with the chosen rows here. */
  readonly hasAny: boolean;
}

/** Acts on the chosen rows, or on the one under the cursor. The server says which of them are permitted. */
export function useWorklistActs(options: {
  /** The chosen rows, or the one under the cursor. */
  readonly chosen: readonly ListItem[];
  readonly selection: Selection;
  readonly rowActs: ReturnType<typeof useRowActs>;
}): WorklistActs {
  const { chosen, selection, rowActs } = options;
  const { topics, departments, officials } = useDirectory();
  const [dialog, setDialog] = useState<'route' | 'assign'>();

  const { held, renew } = useAsOpened(chosen, dialog !== undefined);
  const unregistered = held.filter((item) => registerAppeal.offers(item).length > 0);
  const isOffered = (act: NamingAct, item: ListItem) => act.offers({ question: item }).length > 0;
  const permitted = (act: NamingAct) => held.filter((item) => isOffered(act, item));
  const left = (act: NamingAct) => held.filter((item) => !isOffered(act, item)).map((item) => item.shortNumber);
  const run = async (act: Promise<boolean>): Promise<boolean> => {
    setDialog(undefined);
    const isAccepted = await act;
    if (isAccepted) selection.clear();
    return isAccepted;
  };
  const departmentOf = (topic: string) => topics.find((one) => one.code === topic)?.department?.code;
  const routedTo = (code: string) =>
    doneWords(
      'worklist.doneRoute',
      departments.find((one) => one.code === code),
    );
  const assignedTo = (id: string) =>
    doneWords(
      'worklist.doneAssign',
      officials.find((one) => one.id === id),
    );
  /** Waits for its department, and the topic names one. */
  const isProposed = ({ topic, stage }: ListItem) =>
    topic && departmentOf(topic.code) && (stage === 'worklist.questionOPEN' || stage === 'worklist.questionRETURNED');
  const proposed = permitted(route).filter(isProposed);
  const accept = (): void => {
    const byId = new Map(proposed.map((item) => [item.id, item.topic!.code]));
    void run(
      rowActs.run(route, proposed, ({ id }) => ({
        topic: byId.get(id)!,
        department: departmentOf(byId.get(id)!)!,
      })),
    );
  };
  const register = (): void => void run(rowActs.run(registerAppeal, unregistered, () => ({})));

  const buttons = (withKeys: boolean): ReactNode => {
    const button = ({ shortcut, look }: Pick<Act<never>, 'shortcut' | 'look'>, words: string, onPress: () => void) => (
      <ActButton act={{ ...(withKeys && shortcut && { shortcut }), ...(look && { look }) }} onPress={onPress}>
        {words}
      </ActButton>
    );
    return (
      <>
        {unregistered[0] && button(registerAppeal, registerAppeal.words(unregistered[0]), register)}
        {proposed.length > 0 && button({ shortcut: 'KeyY', look: 'main' }, t('worklist.accept'), accept)}
        {permitted(route).length > 0 && button(route, t('card.route'), () => setDialog('route'))}
        {permitted(assign).length > 0 && button(assign, t('card.assign'), () => setDialog('assign'))}
      </>
    );
  };
  const dialogs = (
    <DialogNotice value={<ChangedBehind held={held.map(versioned)} live={chosen.map(versioned)} onRenew={renew} />}>
      <RouteDialog
        open={dialog === 'route'}
        items={permitted(route)}
        left={left(route)}
        onClose={() => setDialog(undefined)}
        onSend={(where) => run(rowActs.run(route, permitted(route), () => where, { done: routedTo(where.department) }))}
      />
      <AssignDialog
        open={dialog === 'assign'}
        items={permitted(assign)}
        left={left(assign)}
        onClose={() => setDialog(undefined)}
        onSend={(assigned) =>
          run(
            rowActs.run(assign, permitted(assign), () => assigned, {
              done: assignedTo(assigned.executor),
              // Another executor is no first one: it is named again.
              undo: { by: takeBackAssignments, of: ({ executor }) => !executor },
            }),
          )
        }
      />
    </DialogNotice>
  );
  const hasMain = proposed.length > 0 || unregistered.length > 0;
  const hasAny = hasMain || permitted(route).length > 0 || permitted(assign).length > 0;
  return { buttons, dialogs, hasMain, hasAny };
}

function doneWords(word: 'worklist.doneRoute' | 'worklist.doneAssign', who: { readonly name: string } | undefined) {
  return who && t(word, { name: word === 'worklist.doneAssign' ? shortName(who.name) : shortDepartment(who.name) });
}

function versioned({ id, version, shortNumber, executor, assignedBy, assignedAt, department }: ListItem): Versioned {
  const named = (name: string | undefined) => (name === undefined ? null : { name });
  return {
    id,
    version,
    title: shortNumber,
    executor: named(executor),
    assignedBy: named(assignedBy),
    assignedAt,
    department,
  };
}
