import { useState, type ReactNode } from 'react';
import { useAsOpened } from '../../frame/as-opened.js';
import { useDirectory } from '../../frame/directory.js';
import type { Act } from '../../acts/act.js';
import { registerAppeal } from '../../acts/message.js';
import { assign, route } from '../../acts/question/work.js';
import { AssignDialog } from '../../acts/dialogs/assign-dialog.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import type { Versioned } from '../../acts/dialogs/changes-behind.js';
import { RouteDialog } from '../../acts/dialogs/route-dialog.js';
import { Button } from '../../parts/button.js';
import { DialogNotice } from '../../parts/dialog-notice.js';
import { t } from '../../words/words.js';
import { isOffered, type ListItem } from './list-item.js';
import type { useRowActs } from './row-acts.js';
import type { Selection } from './selection.js';

type Allowed = Pick<Act<never>, 'allowed'>;

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
  const permitted = ({ allowed }: Allowed) => held.filter((item) => isOffered(item, allowed));
  const left = ({ allowed }: Allowed) =>
    held.filter((item) => !isOffered(item, allowed)).map((item) => item.shortNumber);
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
  const register = (): void => void run(rowActs.run(registerAppeal, permitted(registerAppeal), () => ({})));

  const buttons = (withKeys: boolean): ReactNode => (
    <>
      {permitted(registerAppeal).length > 0 && (
        <BulkButton word={t('worklist.register')} keys="KeyY" withKeys={withKeys} main onPress={register} />
      )}
      {proposed.length > 0 && (
        <BulkButton word={t('worklist.accept')} keys="KeyY" withKeys={withKeys} main onPress={accept} />
      )}
      {permitted(route).length > 0 && (
        <BulkButton word={t('worklist.route')} keys="KeyR" withKeys={withKeys} onPress={() => setDialog('route')} />
      )}
      {permitted(assign).length > 0 && (
        <BulkButton word={t('worklist.assign')} keys="KeyA" withKeys={withKeys} onPress={() => setDialog('assign')} />
      )}
    </>
  );
  const dialogs = (
    <DialogNotice value={<ChangedBehind held={held.map(versioned)} live={chosen.map(versioned)} onRenew={renew} />}>
      <RouteDialog
        open={dialog === 'route'}
        items={permitted(route)}
        left={left(route)}
        onClose={() => setDialog(undefined)}
        onSend={(where) => run(rowActs.run(route, permitted(route), () => where))}
      />
      <AssignDialog
        open={dialog === 'assign'}
        items={permitted(assign)}
        left={left(assign)}
        onClose={() => setDialog(undefined)}
        onSend={(executor) => run(rowActs.run(assign, permitted(assign), () => ({ executor })))}
      />
    </DialogNotice>
  );
  const hasMain = proposed.length > 0 || permitted(registerAppeal).length > 0;
  const hasAny = hasMain || permitted(route).length > 0 || permitted(assign).length > 0;
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

function BulkButton(props: {
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
