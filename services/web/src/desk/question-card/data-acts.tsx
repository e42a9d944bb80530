import { useState } from 'react';
import { useAsOpened } from '../../frame/as-opened.js';
import { useCommand } from '../../frame/command.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import { ReasonDialog } from '../../acts/dialogs/reason-dialog.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import { Button } from '../../parts/button.js';
import { DialogNotice } from '../../parts/dialog-notice.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { liftLegalHoldDocument, recordConsentWithdrawalDocument, setLegalHoldDocument } from './appeal.queries.js';
import type { Card } from './question-card.js';

const ACTS = ['SET_LEGAL_HOLD', 'LIFT_LEGAL_HOLD', 'RECORD_CONSENT_WITHDRAWAL'] as const;
type DataAct = (typeof ACTS)[number];

/** What bears on the data that is kept: each act with its reason. */
export function DataActs(props: { readonly card: Card; readonly onChanged: (consistencyToken: string) => void }) {
  const { code: district } = useDistrict();
  const [asked, setAsked] = useState<DataAct>();
  const { held: row, renew } = useAsOpened(props.card.row, asked !== undefined);
  const commands = {
    SET_LEGAL_HOLD: useCommand(setLegalHoldDocument),
    LIFT_LEGAL_HOLD: useCommand(liftLegalHoldDocument),
    RECORD_CONSENT_WITHDRAWAL: useCommand(recordConsentWithdrawalDocument),
  };
  const send = async (act: DataAct, reason: string): Promise<boolean> => {
    setAsked(undefined);
    const input = { district, id: row.id, key: newKey(), expectedVersion: row.version, reason };
    const change = await commands[act].send({ input });
    if (change) props.onChanged(change.consistencyToken);
    return change !== undefined;
  };
  return (
    <>
      <Problem problem={ACTS.map((act) => commands[act].problem).find((problem) => problem)} />
      {ACTS.filter((act) => row.allowedActions.includes(act)).map((act) => (
        <Button key={act} disabled={commands[act].state !== 'idle'} onPress={() => setAsked(act)}>
          {t(`card.act${act}`)}
        </Button>
      ))}
      <DialogNotice value={<ChangedBehind held={[row]} live={[props.card.row]} onRenew={renew} />}>
        {ACTS.map((act) => (
          <ReasonDialog
            key={act}
            open={asked === act}
            title={t(`card.act${act}`)}
            label={t(`card.why${act}`)}
            submit={t(`card.act${act}`)}
            onClose={() => setAsked(undefined)}
            onReason={(reason) => send(act, reason)}
          />
        ))}
      </DialogNotice>
    </>
  );
}
