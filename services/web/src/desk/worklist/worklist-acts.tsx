import { useState, type ReactNode } from 'react';
import { useDistrict } from '../../frame/district.js';
import { useDirectory } from '../../frame/directory.js';
import { mayUse, useViewer } from '../../frame/viewer.js';
import type { WorklistCode } from '../../frame/worklists.js';
import { Button } from '../../parts/button.js';
import { t } from '../../words/words.js';
import { AssignDialog } from './assign-dialog.js';
import type { ListItem } from './list-item.js';
import { RouteDialog } from './route-dialog.js';
import type { useRowActs } from './row-acts.js';
import type { Selection } from './selection.js';
import { assignExecutorsDocument, registerAppealsDocument, routeQuestionsDocument } from './worklist.queries.js';

export interface WorklistActs {
  /** The acts as buttons; with their keys only in one place at a time. */
  readonly buttons: (withKeys: boolean) => ReactNode;
  readonly dialogs: ReactNode;
}

/** Acts on the chosen rows, or on the one under the cursor. Which there are, the roles and the list decide. */
export function useWorklistActs(options: {
  readonly code: WorklistCode;
  readonly items: readonly ListItem[];
  readonly selection: Selection;
  readonly rowActs: ReturnType<typeof useRowActs>;
}): WorklistActs {
  const { code, items, selection, rowActs } = options;
  const { code: district } = useDistrict();
  const viewer = useViewer();
  const { topics } = useDirectory();
  const [dialog, setDialog] = useState<'route' | 'assign'>();
  const may = (field: string): boolean => mayUse(viewer, district, field);

  const chosen = items.filter(({ id }) =>
    selection.picked.size > 0 ? selection.picked.has(id) : id === selection.cursor,
  );
  const run = (act: Promise<readonly { readonly problem?: string }[]>): void => {
    setDialog(undefined);
    void act.then((results) => {
      if (results.every(({ problem }) => problem === undefined)) selection.clear();
    });
  };
  const departmentOf = (topic: string) => topics.find((one) => one.code === topic)?.department?.code;
  const accept = (): void => {
    const proposed = chosen.filter(({ topic }) => topic && departmentOf(topic.code));
    const byId = new Map(proposed.map((item) => [item.id, item.topic!.code]));
    run(
      rowActs.run(routeQuestionsDocument as never, proposed, ({ id }) => ({
        topic: byId.get(id)!,
        department: departmentOf(byId.get(id)!)!,
      })),
    );
  };
  const register = (): void => run(rowActs.run(registerAppealsDocument as never, chosen, () => ({})));

  const coordinates = may('routeQuestions') && code !== 'TO_REGISTER';
  const acceptable = coordinates && chosen.some(({ topic, stage }) => topic && stage !== 'worklist.questionANSWERED');
  const buttons = (withKeys: boolean): ReactNode => (
    <>
      {code === 'TO_REGISTER' && may('registerAppeals') && (
        <Act word={t('worklist.register')} keys="KeyY" withKeys={withKeys} main onPress={register} />
      )}
      {acceptable && <Act word={t('worklist.accept')} keys="KeyY" withKeys={withKeys} main onPress={accept} />}
      {coordinates && (
        <Act word={t('worklist.route')} keys="KeyR" withKeys={withKeys} onPress={() => setDialog('route')} />
      )}
      {may('assignExecutors') && code !== 'TO_REGISTER' && (
        <Act word={t('worklist.assign')} keys="KeyA" withKeys={withKeys} onPress={() => setDialog('assign')} />
      )}
    </>
  );
  const dialogs = (
    <>
      <RouteDialog
        open={dialog === 'route'}
        items={chosen}
        onClose={() => setDialog(undefined)}
        onRoute={(route) => run(rowActs.run(routeQuestionsDocument as never, chosen, () => route))}
      />
      <AssignDialog
        open={dialog === 'assign'}
        items={chosen}
        onClose={() => setDialog(undefined)}
        onAssign={(executor) => run(rowActs.run(assignExecutorsDocument as never, chosen, () => ({ executor })))}
      />
    </>
  );
  return { buttons, dialogs };
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
