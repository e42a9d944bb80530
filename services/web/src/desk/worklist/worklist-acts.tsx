import { useState, type ReactNode } from 'react';
import { useAsOpened } from '../../frame/as-opened.js';
import { useDirectory } from '../../frame/directory.js';
import { AssignDialog } from '../../acts/dialogs/assign-dialog.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import type { Versioned } from '../../acts/dialogs/changes-behind.js';
import { RouteDialog } from '../../acts/dialogs/route-dialog.js';
import type { Action } from '../../generated/enumerations.js';
import { Button } from '../../parts/button.js';
import { DialogNotice } from '../../parts/dialog-notice.js';
import { t } from '../../words/words.js';
import { isOffered, type ListItem } from './list-item.js';
import type { useRowActs } from './row-acts.js';
import type { Selection } from './selection.js';
import { assignExecutorsDocument, registerAppealsDocument, routeQuestionsDocument } from './worklist.queries.js';

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
  const { topics } = useDirectory();
  const [dialog, setDialog] = useState<'route' | 'assign'>();

  const { held, renew } = useAsOpened(chosen, dialog !== undefined);
  const permitted = (action: Action) => held.filter((item) => isOffered(item, action));
  const left = (action: Action) => held.filter((item) => !isOffered(item, action)).map((item) => item.shortNumber);
  const run = async (act: Promise<boolean>): Promise<boolean> => {
    setDialog(undefined);
    const isAccepted = await act;
    if (isAccepted) selection.clear();
    return isAccepted;
  };
  const departmentOf = (topic: string) => topics.find((one) => one.code === topic)?.department?.code;
  /** Waits for its department, and the topic names one. */
  const isProposed = ({ topic, stage }: ListItem) =>
    topic && departmentOf(topic.code) && (stage === 'worklist.questionOPEN' || stage === 'worklist.questionRETURNED');
  const proposed = permitted('ROUTE_QUESTION').filter(isProposed);
  const accept = (): void => {
    const byId = new Map(proposed.map((item) => [item.id, item.topic!.code]));
    void run(
      rowActs.run(routeQuestionsDocument as never, proposed, ({ id }) => ({
        topic: byId.get(id)!,
        department: departmentOf(byId.get(id)!)!,
      })),
    );
  };
  const register = (): void =>
    void run(rowActs.run(registerAppealsDocument as never, permitted('REGISTER_APPEAL'), () => ({})));

  const buttons = (withKeys: boolean): ReactNode => (
    <>
      {permitted('REGISTER_APPEAL').length > 0 && (
        <Act word={t('worklist.register')} keys="KeyY" withKeys={withKeys} main onPress={register} />
      )}
      {proposed.length > 0 && <Act word={t('worklist.accept')} keys="KeyY" withKeys={withKeys} main onPress={accept} />}
      {permitted('ROUTE_QUESTION').length > 0 && (
        <Act word={t('worklist.route')} keys="KeyR" withKeys={withKeys} onPress={() => setDialog('route')} />
      )}
      {permitted('ASSIGN_EXECUTOR').length > 0 && (
        <Act word={t('worklist.assign')} keys="KeyA" withKeys={withKeys} onPress={() => setDialog('assign')} />
      )}
    </>
  );
  const dialogs = (
    <DialogNotice value={<ChangedBehind held={held.map(versioned)} live={chosen.map(versioned)} onRenew={renew} />}>
      <RouteDialog
        open={dialog === 'route'}
        items={permitted('ROUTE_QUESTION')}
        left={left('ROUTE_QUESTION')}
        onClose={() => setDialog(undefined)}
        onRoute={(route) => run(rowActs.run(routeQuestionsDocument as never, permitted('ROUTE_QUESTION'), () => route))}
      />
      <AssignDialog
        open={dialog === 'assign'}
        items={permitted('ASSIGN_EXECUTOR')}
        left={left('ASSIGN_EXECUTOR')}
        onClose={() => setDialog(undefined)}
        onAssign={(executor) =>
          void run(rowActs.run(assignExecutorsDocument as never, permitted('ASSIGN_EXECUTOR'), () => ({ executor })))
        }
      />
    </DialogNotice>
  );
  const hasMain = proposed.length > 0 || permitted('REGISTER_APPEAL').length > 0;
  const hasAny = hasMain || permitted('ROUTE_QUESTION').length > 0 || permitted('ASSIGN_EXECUTOR').length > 0;
  return { buttons, dialogs, hasMain, hasAny };
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

function Act(props: {
  readonly word: string;
  readonly keys: string;
  readonly withKeys: boolean;
  readonly main?: boolean;
  readonly onPress: () => void;
}) {
  const { word, keys, withKeys, main = false, onPress } = props;
  return (
    <Button {...(withKeys ? { keys } : {})} {...(main ? { look: 'main' } : {})} onPress={onPress}>
      {word}
    </Button>
  );
}
