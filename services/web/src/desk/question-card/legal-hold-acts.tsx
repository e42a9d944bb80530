import { useState } from 'react';
import { useCommand } from '../../frame/command.js';
import { ReasonDialog } from '../../frame/dialogs/reason-dialog.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import { Button } from '../../parts/button.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { liftLegalHoldDocument, setLegalHoldDocument } from './appeal.queries.js';
import type { Card } from './question-card.js';

/** The case is kept past its term of storage, or no more: each with its reason. */
export function LegalHoldActs(props: { readonly card: Card; readonly onChanged: (consistencyToken: string) => void }) {
  const { row } = props.card;
  const { code: district } = useDistrict();
  const [asks, setAsks] = useState(false);
  const commands = { set: useCommand(setLegalHoldDocument), lift: useCommand(liftLegalHoldDocument) };
  const sets = row.allowedActions.includes('SET_LEGAL_HOLD');
  if (!sets && !row.allowedActions.includes('LIFT_LEGAL_HOLD')) return null;
  const command = sets ? commands.set : commands.lift;
  const title = t(sets ? 'card.setLegalHold' : 'card.liftLegalHold');
  const send = async (reason: string): Promise<void> => {
    setAsks(false);
    const change = await command.send({
      input: { district, id: row.id, key: newKey(), expectedVersion: row.version, reason },
    });
    if (change) props.onChanged(change.consistencyToken);
  };
  return (
    <>
      <Problem problem={command.problem} />
      <Button onPress={() => setAsks(true)}>{title}</Button>
      <ReasonDialog
        open={asks}
        title={title}
        label={t(sets ? 'card.setLegalHoldReason' : 'card.liftLegalHoldReason')}
        submit={title}
        onClose={() => setAsks(false)}
        onReason={(reason) => void send(reason)}
      />
    </>
  );
}
