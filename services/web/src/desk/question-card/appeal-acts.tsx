import { useAsOpened } from '../../frame/as-opened.js';
import { useCommand } from '../../frame/command.js';
import { useDialogActs } from '../../acts/dialog-acts.js';
import { ActDialog } from '../../acts/dialogs/act-dialog.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import { ReasonDialog } from '../../acts/dialogs/reason-dialog.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import type { Action } from '../../generated/enumerations.js';
import type { Identification } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import { DialogNotice } from '../../parts/dialog-notice.js';
import { IdentifyForm } from '../../parts/identify-form.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import {
  correctRegistrationDocument,
  grantReopeningDocument,
  refuseReopeningDocument,
  turnDocument,
} from './appeal.queries.js';
import { CorrectDialog } from './correct-dialog.js';
import { DataActs } from './data-acts.js';
import type { Card } from './question-card.js';

/** Another consideration granted or refused, a registration corrected, a message turned into an appeal: acts on the appeal as a whole that the server permits. */
export function AppealActs(props: { readonly card: Card; readonly onChanged: (consistencyToken: string) => void }) {
  const { card, onChanged } = props;
  const { code: district } = useDistrict();
  const commands = {
    grant: useCommand(grantReopeningDocument),
    refuse: useCommand(refuseReopeningDocument),
    correct: useCommand(correctRegistrationDocument),
    turn: useCommand(turnDocument),
  };
  const {
    act: asks,
    choose,
    close,
    finish,
    problem,
  } = useDialogActs<'refuse' | 'correct' | 'turn'>(commands, onChanged);
  const { held: row, renew } = useAsOpened(card.row, asks !== undefined);
  const target = () => ({ district, id: row.id, key: newKey(), expectedVersion: row.version });
  const may = (action: Action): boolean => row.allowedActions.includes(action);
  return (
    <>
      {asks === undefined && <Problem problem={problem} />}
      {may('GRANT_REOPENING') && (
        <Button onPress={() => void finish(commands.grant.send({ input: target() }))}>
          {t('card.grantReopening')}
        </Button>
      )}
      {may('REFUSE_REOPENING') && <Button onPress={() => choose('refuse')}>{t('card.refuseReopening')}</Button>}
      {may('TURN_INTO_APPEAL') && <Button onPress={() => choose('turn')}>{t('moderation.turn')}</Button>}
      {may('CORRECT_REGISTRATION') && (
        <Button onPress={() => choose('correct')}>{t('card.correctRegistration')}</Button>
      )}
      <DataActs card={card} onChanged={onChanged} />
      <DialogNotice
        value={
          <>
            <Problem problem={problem} />
            <ChangedBehind held={[row]} live={[card.row]} onRenew={renew} />
          </>
        }
      >
        <ReasonDialog
          open={asks === 'refuse'}
          title={t('card.refuseReopening')}
          label={t('card.refuseReopeningReason')}
          submit={t('card.refuseReopening')}
          onClose={close}
          onReason={(reason) => finish(commands.refuse.send({ input: { ...target(), reason } }))}
        />
        <ActDialog
          open={asks === 'turn'}
          title={t('card.turnTitle')}
          onClose={close}
          onSend={(identification: Identification, identifiedBy: string) =>
            finish(commands.turn.send({ input: { ...target(), identification, identifiedBy } }))
          }
        >
          {(send) => <IdentifyForm onDone={send} />}
        </ActDialog>
        <CorrectDialog
          open={asks === 'correct'}
          card={card}
          onClose={close}
          onCorrect={(correction) => finish(commands.correct.send({ input: { ...target(), ...correction } }))}
        />
      </DialogNotice>
    </>
  );
}
