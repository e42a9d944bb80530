import { useState } from 'react';
import { useCommand } from '../../frame/command.js';
import { ReasonDialog } from '../../frame/dialogs/reason-dialog.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import { useViewer } from '../../frame/viewer.js';
import type { Action } from '../../generated/enumerations.js';
import { Button } from '../../parts/button.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { acknowledgeDocument, reopenOnSupplementDocument, replyToSupplementDocument } from './appeal.queries.js';
import type { Card } from './question-card.js';

interface AfterAnswerProps {
  readonly card: Card;
  readonly onChanged: (consistencyToken: string) => void;
}

const ACTS = ['REPLY_TO_SUPPLEMENT', 'REOPEN_ON_SUPPLEMENT', 'ACKNOWLEDGE_SUPPLEMENT'] as const;

/** What was written after the answer is replied to in the thread, considered again, or read: one of them ends its wait. */
export function AfterAnswer({ card, onChanged }: AfterAnswerProps) {
  const { row, supplements } = card;
  const { code: district } = useDistrict();
  const [isReplying, setReplying] = useState(false);
  const acknowledge = useCommand(acknowledgeDocument);
  const reopen = useCommand(reopenOnSupplementDocument);
  const reply = useCommand(replyToSupplementDocument);
  const isExecutor = useExecutor(card);
  const last = supplements.at(-1);
  const may = (action: Action): boolean => row.allowedActions.includes(action);
  if (!last || !ACTS.some(may)) return null;
  const target = () => ({ district, id: row.id, key: newKey(), expectedVersion: row.version });
  const finish = async (sent: Promise<{ readonly consistencyToken: string } | undefined>): Promise<boolean> => {
    setReplying(false);
    const change = await sent;
    if (change) onChanged(change.consistencyToken);
    return change !== undefined;
  };
  const where = replyWord(card);
  return (
    <div className="after-answer" role="group" aria-label={t('card.afterAnswer')}>
      <Problem problem={[acknowledge, reopen, reply].find(({ problem }) => problem)?.problem} />
      <div className="d-bar">
        {may('REPLY_TO_SUPPLEMENT') && (
          <Button keys="KeyB" onPress={() => setReplying(true)}>
            {where}
          </Button>
        )}
        {may('REOPEN_ON_SUPPLEMENT') && (
          <Button keys="KeyU" onPress={() => void finish(reopen.send({ input: { ...target(), supplement: last.id } }))}>
            {t(isExecutor ? 'card.answerAgain' : 'card.returnToWork')}
          </Button>
        )}
        {may('ACKNOWLEDGE_SUPPLEMENT') && (
          <Button onPress={() => void finish(acknowledge.send({ input: target() }))}>{t('card.acknowledge')}</Button>
        )}
      </div>
      <ul className="muted">
        {ACTS.filter(may).map((action) => (
          <li key={action}>{t(`card.hint${action}`)}</li>
        ))}
      </ul>
      <ReasonDialog
        open={isReplying}
        title={where}
        label={t('card.replyWords')}
        submit={t('card.replySend')}
        onClose={() => setReplying(false)}
        onReason={(text) => finish(reply.send({ input: { ...target(), supplement: last.id, text } }))}
      />
    </div>
  );
}

/** Under a comment, in a dialogue, or by the way that the sender is told otherwise. */
function replyWord({ source }: Card): string {
  if (source?.kind === 'COMMENT') return t('card.replyInThread');
  return t(source ? 'card.replyInDialogue' : 'card.replyShort');
}

/** The question comes back to him, and he writes the other answer. */
function useExecutor({ row }: Card): boolean {
  const { id } = useViewer();
  return row.questions.some(({ executor }) => executor?.id === id);
}
