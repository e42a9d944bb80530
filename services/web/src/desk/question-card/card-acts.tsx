import { useDistrict } from '../../frame/district.js';
import { useAsOpened } from '../../frame/as-opened.js';
import { useCommand } from '../../frame/command.js';
import { useDialogActs } from '../../acts/dialog-acts.js';
import { newKey } from '../../frame/new-key.js';
import { AssignDialog } from '../../acts/dialogs/assign-dialog.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import { ReasonDialog } from '../../acts/dialogs/reason-dialog.js';
import { RouteDialog } from '../../acts/dialogs/route-dialog.js';
import { Button } from '../../parts/button.js';
import { DialogNotice } from '../../parts/dialog-notice.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { assignDocument, noteDocument, returnDocument, revokeDocument, routeDocument } from './card.queries.js';
import type { Question } from './question-card.js';

type Act = 'route' | 'assign' | 'return' | 'note' | 'revoke';

/** Department, executor, return, note, a signature taken back: the acts that the server permits. */
export function CardActs(props: {
  readonly question: Question;
  readonly onChanged: (consistencyToken: string) => void;
}) {
  const { onChanged } = props;
  const { code: district } = useDistrict();
  const commands = {
    route: useCommand(routeDocument),
    assign: useCommand(assignDocument),
    return: useCommand(returnDocument),
    note: useCommand(noteDocument),
    revoke: useCommand(revokeDocument),
  };
  const { act, choose, close, finish, problem } = useDialogActs<Act>(commands, onChanged);
  const { held: question, renew } = useAsOpened(props.question, act !== undefined);
  const target = () => ({ district, id: question.id, key: newKey(), expectedVersion: question.version });
  const ofResponse = ({ id, version }: NonNullable<Question['response']>) => ({
    district,
    id,
    key: newKey(),
    expectedVersion: version,
  });
  const { response, allowedActions } = question;
  return (
    <>
      {act === undefined && <Problem problem={problem} />}
      {isOffered(question, 'ROUTE_QUESTION') && (
        <Button keys="KeyR" onPress={() => choose('route')}>
          {t('card.route')}
        </Button>
      )}
      {isOffered(question, 'ASSIGN_EXECUTOR') && (
        <Button keys="KeyA" onPress={() => choose('assign')}>
          {t('card.assign')}
        </Button>
      )}
      {allowedActions.includes('RETURN_QUESTION') && (
        <Button keys="KeyT" onPress={() => choose('return')}>
          {t('card.return')}
        </Button>
      )}
      {response?.allowedActions.includes('ADD_NOTE') && (
        <Button keys="KeyN" onPress={() => choose('note')}>
          {t('card.note')}
        </Button>
      )}
      {response?.allowedActions.includes('REVOKE_RESPONSE') && (
        <Button onPress={() => choose('revoke')}>{t('card.revoke')}</Button>
      )}
      <DialogNotice
        value={
          <>
            <Problem problem={problem} />
            <ChangedBehind held={[question]} live={[props.question]} onRenew={renew} />
          </>
        }
      >
        <RouteDialog
          open={act === 'route'}
          items={[question]}
          onClose={close}
          onRoute={(route) => finish(commands.route.send({ input: { ...target(), ...route } }))}
        />
        <AssignDialog
          open={act === 'assign'}
          items={[question]}
          onClose={close}
          onAssign={(executor) => void finish(commands.assign.send({ input: { ...target(), executor } }))}
        />
        <ReasonDialog
          open={act === 'return'}
          title={t('card.returnTitle')}
          label={t('card.returnReason')}
          submit={t('card.return')}
          onClose={close}
          onReason={(reason) => finish(commands.return.send({ input: { ...target(), reason } }))}
        />
        {response && (
          <ResponseDialogs
            act={act}
            onClose={close}
            onNote={(text) => finish(commands.note.send({ input: { ...ofResponse(response), text } }))}
            onRevoke={(reason) => finish(commands.revoke.send({ input: { ...ofResponse(response), reason } }))}
          />
        )}
      </DialogNotice>
    </>
  );
}

function ResponseDialogs(props: {
  readonly act: Act | undefined;
  readonly onClose: () => void;
  readonly onNote: (text: string) => Promise<boolean>;
  readonly onRevoke: (reason: string) => Promise<boolean>;
}) {
  const { act, onClose, onNote, onRevoke } = props;
  return (
    <>
      <ReasonDialog
        open={act === 'note'}
        title={t('card.noteTitle')}
        label={t('card.noteHint')}
        submit={t('card.noteDo')}
        onClose={onClose}
        onReason={onNote}
      />
      <ReasonDialog
        open={act === 'revoke'}
        title={t('card.revoke')}
        label={t('card.revokeReason')}
        submit={t('card.revoke')}
        onClose={onClose}
        onReason={onRevoke}
      />
    </>
  );
}

/** Once the answer is approved or signed, another department or executor would have nothing left to do. */
function isOffered({ response, allowedActions }: Question, action: 'ROUTE_QUESTION' | 'ASSIGN_EXECUTOR'): boolean {
  const isSettled = response?.state === 'APPROVED' || response?.state === 'SIGNED';
  return !isSettled && allowedActions.includes(action);
}
