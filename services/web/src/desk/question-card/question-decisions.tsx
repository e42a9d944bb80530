import { useAsOpened } from '../../frame/as-opened.js';
import { useCommand } from '../../frame/command.js';
import { useDialogActs } from '../../acts/dialog-acts.js';
import type { Failure } from '../../frame/failure.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import { ComplainedDialog } from '../../acts/dialogs/complained-dialog.js';
import { ForwardDialog } from '../../acts/dialogs/forward-dialog.js';
import { LeaveDialog, type EarlierAnswer } from '../../acts/dialogs/leave-dialog.js';
import { ReceptionDialog } from '../../acts/dialogs/reception-dialog.js';
import { ReasonDialog } from '../../acts/dialogs/reason-dialog.js';
import { SplitDialog } from '../../acts/dialogs/split-dialog.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import type { Action } from '../../generated/enumerations.js';
import { Button } from '../../parts/button.js';
import { DialogNotice } from '../../parts/dialog-notice.js';
import { dayIn } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import {
  complainedOfDocument,
  forwardDocument,
  leaveDocument,
  mergeDocument,
  receptionDocument,
  splitDocument,
  undoMergeDocument,
  undoSplitDocument,
  withdrawForwardingDocument,
} from './decisions.queries.js';
import { CourseActs } from './course-acts.js';
import type { Card, Question } from './question-card.js';
import { BodiesPart } from './bodies-part.js';
import { RouteAnew } from './route-anew.js';

interface DecisionsProps {
  readonly card: Card;
  readonly question: Question;
  readonly onChanged: (consistencyToken: string) => void;
}

type Act = 'split' | 'complained' | 'forward' | 'withdrawForwarding' | 'leave' | 'reception';

/** Splits and merges of the chosen question, and its ends that are no answer: the acts that the server permits. */
export function QuestionDecisions({ card, question: live, onChanged }: DecisionsProps) {
  const { code: district } = useDistrict();
  const commands = useDecisions();
  const { act, choose, close, finish, problem } = useDialogActs<Act>(commands, onChanged);
  const { held: question, renew } = useAsOpened(live, act !== undefined);
  const target = (): Target => ({ district, id: question.id, key: newKey(), expectedVersion: question.version });
  const shared = { card, question, commands, target, finish };
  return (
    <div className="decisions">
      {act === undefined && <Problem problem={problem} />}
      <RouteAnew {...{ card, question: live, onChanged }} />
      <BodiesPart {...{ card, question: live, onChanged }} />
      <PartsButtons {...shared} onAct={choose} />
      <CourseActs {...{ card, question: live, onChanged }} />
      <EndButtons card={card} question={question} onAct={choose} />
      <DialogNotice
        value={
          <>
            <Problem problem={isAsked(problem) ? undefined : problem} />
            <ChangedBehind held={[question]} live={[live]} onRenew={renew} />
          </>
        }
      >
        <Dialogs {...shared} act={act} onClose={close} />
      </DialogNotice>
    </div>
  );
}

interface Target {
  readonly district: string;
  readonly id: string;
  readonly key: string;
  readonly expectedVersion: number;
}

/** Answers whether the act was done. */
type Finish = (sent: Promise<{ readonly consistencyToken: string } | undefined>) => Promise<boolean>;

interface Shared extends Pick<DecisionsProps, 'card' | 'question'> {
  readonly commands: ReturnType<typeof useDecisions>;
  readonly target: () => Target;
  readonly finish: Finish;
}

function useDecisions() {
  return {
    split: useCommand(splitDocument),
    undoSplit: useCommand(undoSplitDocument),
    merge: useCommand(mergeDocument),
    undoMerge: useCommand(undoMergeDocument),
    complained: useCommand(complainedOfDocument),
    forward: useCommand(forwardDocument),
    withdrawForwarding: useCommand(withdrawForwardingDocument),
    leave: useCommand(leaveDocument),
    reception: useCommand(receptionDocument),
  };
}

function PartsButtons(props: Shared & { readonly onAct: (act: Act) => void }) {
  const { card, question, commands, target, finish, onAct } = props;
  const may = (action: Action): boolean => question.allowedActions.includes(action);
  const others = card.row.questions.filter(
    (one) => one.id !== question.id && one.allowedActions.includes('MERGE_QUESTIONS'),
  );
  return (
    <>
      {may('SPLIT_QUESTION') && (
        <Button keys="KeyQ" onPress={() => onAct('split')}>
          {t('card.split')}
        </Button>
      )}
      {may('UNDO_SPLIT') && (
        <Button onPress={() => void finish(commands.undoSplit.send({ input: target() }))}>{t('card.undoSplit')}</Button>
      )}
      {may('MERGE_QUESTIONS') &&
        others.map(({ id: from, ordinal, version: fromVersion }) => (
          <Button
            key={from}
            onPress={() => void finish(commands.merge.send({ input: { ...target(), from, fromVersion } }))}
          >
            {t('card.merge', { ordinal })}
          </Button>
        ))}
      {may('UNDO_MERGE') && (
        <Button onPress={() => void finish(commands.undoMerge.send({ input: target() }))}>{t('card.undoMerge')}</Button>
      )}
    </>
  );
}

function EndButtons({
  card,
  question,
  onAct,
}: Pick<Shared, 'card' | 'question'> & { readonly onAct: (act: Act) => void }) {
  const { zone } = useDistrict();
  // An oral answer is one of the day of the reception.
  const isReceptionDay = dayIn(zone, card.row.receivedAt) === dayIn(zone, Date.now());
  const may = (action: Action): boolean => question.allowedActions.includes(action);
  return (
    <>
      {may('RECORD_RECEPTION_ANSWER') && isReceptionDay && (
        <Button look="main" onPress={() => onAct('reception')}>
          {t('card.reception')}
        </Button>
      )}
      {may('NOTE_COMPLAINED_OF') && <Button onPress={() => onAct('complained')}>{t('card.complained')}</Button>}
      {may('FORWARD_QUESTION') && (
        <Button keys="KeyF" onPress={() => onAct('forward')}>
          {t('card.forward')}
        </Button>
      )}
      {may('WITHDRAW_FORWARDING') && (
        <Button onPress={() => onAct('withdrawForwarding')}>{t('card.withdrawForwarding')}</Button>
      )}
      {may('LEAVE_UNANSWERED') && <Button onPress={() => onAct('leave')}>{t('card.leave')}</Button>}
    </>
  );
}

function Dialogs(props: Shared & { readonly act: Act | undefined; readonly onClose: () => void }) {
  const { card, question, commands, target, finish, act, onClose } = props;
  const texts = card.questions.find(({ id }) => id === question.id);
  const { problem } = commands.forward;
  const asked = isAsked(problem) ? problem.message : undefined;
  return (
    <>
      <SplitDialog
        open={act === 'split'}
        text={texts?.text ?? card.text ?? ''}
        proposed={texts?.proposedParts ?? []}
        onClose={onClose}
        onSplit={(parts) => finish(commands.split.send({ input: { ...target(), parts: [...parts] } }))}
      />
      <ComplainedDialog
        open={act === 'complained'}
        question={question.id}
        noted={texts?.complainedOf ?? []}
        onClose={onClose}
        onNote={(of) => finish(commands.complained.send({ input: { ...target(), of: [...of] } }))}
      />
      <ForwardDialog
        open={act === 'forward'}
        hasLawfulTerm={card.row.regime === 'APPEAL_59FZ'}
        asked={asked}
        onClose={onClose}
        onForward={(to, { reason, ...said }) =>
          finish(commands.forward.send({ input: { ...target(), to: [...to], ...said, ...(reason ? { reason } : {}) } }))
        }
      />
      <ReasonDialog
        open={act === 'withdrawForwarding'}
        title={t('card.withdrawForwarding')}
        label={t('dialogs.withdrawForwardingReason')}
        submit={t('dialogs.withdrawForwardingDo')}
        onClose={onClose}
        onReason={(reason) => finish(commands.withdrawForwarding.send({ input: { ...target(), reason } }))}
      />
      <ReceptionDialog
        open={act === 'reception'}
        onClose={onClose}
        onRecord={(answer) => finish(commands.reception.send({ input: { ...target(), ...answer } }))}
      />
      <LeaveDialog
        open={act === 'leave'}
        earlier={answeredBefore(card)}
        isAnonymous={card.isAnonymous}
        isComplaint={isComplaint(texts)}
        onClose={onClose}
        onLeave={({ earlier = [], ...left }) =>
          finish(commands.leave.send({ input: { ...target(), ...left, earlier: [...earlier] } }))
        }
      />
    </>
  );
}

function isComplaint(question: Card['questions'][number] | undefined): boolean {
  return question !== undefined && question.complainedOf.length > 0;
}

/** Asked, not refused: the form of the forwarding asks it. */
function isAsked(problem: Failure | undefined): problem is Failure {
  return problem?.code === 'MAY_BE_COMPLAINED_OF';
}

function answeredBefore({ earlier }: Card): readonly EarlierAnswer[] {
  return earlier.flatMap(({ number, receipt, questions }) =>
    questions
      .filter(({ state }) => state === 'ANSWERED')
      .map(({ id, excerpt }) => ({ id, title: `${number ?? receipt}: ${excerpt ?? ''}` })),
  );
}
