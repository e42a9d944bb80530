import type { Action } from '../../generated/graphql.js';
import { ActButton } from '../../acts/act-button.js';
import { turnIntoAppeal } from '../../acts/appeal.js';
import {
  answerAtOnce,
  escalateUrgently,
  markAsDuplicate,
  markAsSpam,
  takeUpMessage,
  type OneKeySpam,
} from '../../acts/message.js';
import type { Commands } from '../../frame/use-outbox.js';
import { useDistrict } from '../../frame/district.js';
import { Button } from '../../parts/button.js';
import { endOfTerm } from '../../parts/dates.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import { reasonWords } from '../../parts/reason-words.js';
import { urgentWords } from '../../parts/urgent-words.js';
import { t } from '../../words/words.js';
import { AnswerForm } from './answer-form.js';
import { Identify } from './identify.js';
import { KnownJoin } from './known-join.js';
import type { ModerationRow } from './moderation.js';
import type { Proposal } from './message.js';
import { caseName } from './name-of.js';
import { findSimilar, type SimilarAppeals } from './similar-list.js';
import { PublicWords } from './public-words.js';
import { Undo } from './undo.js';
import { UrgentForm } from './urgent-form.js';
import type { Decisions } from './use-decisions.js';

interface DecideProps {
  readonly row: ModerationRow;
  readonly queue: Queue<ModerationRow>;
  readonly commands: Commands;
  readonly decide: Decisions;
  readonly proposal: Proposal | undefined;
  readonly similar: SimilarAppeals;
}

/** The decision: what the rules propose, the buttons that the server allows, and the undoing of the last one. */
export function Decide({ row, queue, commands, decide, proposal, similar }: DecideProps) {
  const mayNothing = queue.isGone || row.allowedActions.length === 0;
  return (
    <aside className="decide" aria-label={t('moderation.decision')}>
      {row.urgency && <Urgency row={row} />}
      <Proposed proposal={proposal} text={row.excerpt ?? ''} />
      {!mayNothing && <KnownJoin row={row} queue={queue} decide={decide} topic={proposal?.topic?.code} />}
      {mayNothing ? <p>{t('moderation.mayNothing')}</p> : <Acting row={row} decide={decide} similar={similar} />}
      <Undo commands={commands} queue={queue} />
      {takeUpMessage.offers(row).length > 0 && !queue.isGone && (
        <PublicWords row={row} proposal={proposal} onTakeUp={decide.takeUpWith} />
      )}
    </aside>
  );
}

const ONE_KEY: readonly (readonly [OneKeySpam, string])[] = [
  ['NOT_A_QUESTION', 'KeyE'],
  ['ADVERTISING', 'KeyS'],
  ['TROLLING', 'KeyT'],
  ['BOT', 'KeyB'],
];

function Acting({ row, decide, similar }: Pick<DecideProps, 'row' | 'decide' | 'similar'>) {
  const may = ({ allowed }: { readonly allowed: Action }): boolean => row.allowedActions.includes(allowed);
  const { chosen } = similar;
  const buttons: readonly (React.ReactNode | false)[] = [
    may(takeUpMessage) && (
      <ActButton act={takeUpMessage} onPress={decide.takeUp}>
        {takeUpMessage.words(row)}
      </ActButton>
    ),
    may(markAsDuplicate) && (
      <ActButton
        act={markAsDuplicate}
        className="mod-join"
        onPress={() => (chosen ? decide.join(chosen.id, caseName(chosen)) : findSimilar())}
      >
        {chosen ? t('moderation.join', { number: caseName(chosen) }) : markAsDuplicate.words(row)}
      </ActButton>
    ),
    may(answerAtOnce) && <AnswerForm onAnswer={decide.answer} />,
    ...ONE_KEY.map(
      ([kind, keys]) =>
        may(markAsSpam) && (
          <Button keys={keys} onPress={() => decide.spam(kind)}>
            {t(`moderation.spam${kind}`)}
          </Button>
        ),
    ),
    may(escalateUrgently) && <UrgentForm proposed={row.danger} onDeclare={decide.escalate} />,
    may(turnIntoAppeal) && <Identify onDone={decide.turn} />,
  ];
  return <ul>{buttons.map((button, at) => button !== false && <li key={at}>{button}</li>)}</ul>;
}

function Urgency({ row }: Pick<DecideProps, 'row'>) {
  return (
    <div>
      <p className="attn">{urgentWords(row)}</p>
      <p>{t(row.urgency === 'DECLARED' ? 'moderation.urgentTold' : 'moderation.urgentAsk')}</p>
      {row.dangerWords.length > 0 && (
        <p className="muted">{t('moderation.words', reasonWords(row.dangerWords, row.excerpt ?? ''))}</p>
      )}
    </div>
  );
}

function Proposed({ proposal, text }: { readonly proposal: Proposal | undefined; readonly text: string }) {
  const { zone } = useDistrict();
  const { deadline, department, reason, topic } = proposal ?? {};
  return (
    <div className="mod-proposed">
      <p className="d-label">{t('moderation.proposed')}</p>
      <h2>{topic ? t('moderation.question', { topic: topic.name }) : t('moderation.noRule')}</h2>
      {department && <p>{department.name}</p>}
      {reason?.by === 'APPLICANT' && <p className="muted">{t('moderation.applicantChose')}</p>}
      {reason && reason.words.length > 0 && (
        <p className="muted">{t('moderation.words', reasonWords(reason.words, text))}</p>
      )}
      {deadline && <p className="muted">{t('moderation.answerBy', { date: endOfTerm(deadline, zone) })}</p>}
    </div>
  );
}
