import { useId, useState } from 'react';
import { useAsOpened } from '../../frame/as-opened.js';
import { useCommand } from '../../frame/command.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import { useDistrict } from '../../frame/district.js';
import { useKeys } from '../../parts/keys.js';
import { newKey } from '../../frame/new-key.js';
import { useViewer } from '../../frame/viewer.js';
import type { Action } from '../../generated/enumerations.js';
import { Button } from '../../parts/button.js';
import { momentIn } from '../../parts/dates.js';
import { Kbd } from '../../parts/kbd.js';
import { shortName } from '../../parts/names.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { AfterAnswerForm } from './after-answer-form.js';
import { acknowledgeDocument, reopenOnSupplementDocument, replyToSupplementDocument } from './appeal.queries.js';
import type { Card } from './question-card.js';

interface AfterAnswerProps {
  readonly card: Card;
  readonly onChanged: (consistencyToken: string) => void;
}

type Supplement = Card['supplements'][number];

const WITH_WORDS = ['REPLY_TO_SUPPLEMENT', 'REOPEN_ON_SUPPLEMENT'] as const;
const KEYS = { REPLY_TO_SUPPLEMENT: 'KeyB', REOPEN_ON_SUPPLEMENT: 'KeyU' } as const;
const MESSAGES: readonly Card['row']['regime'][] = ['SOCIAL_MESSAGE', 'POS_MESSAGE'];

/** An act that has words. */
export type AfterAnswerAct = (typeof WITH_WORDS)[number];

/**
 * What was written after the answer beside the answer that it is about; it is replied to in the thread, considered again, or read:
 * one of them ends its wait.
 */
export function AfterAnswer({ card, onChanged }: AfterAnswerProps) {
  const { code: district } = useDistrict();
  const [act, setAct] = useState<AfterAnswerAct>();
  const isExecutor = useExecutor(card);
  const acknowledge = useCommand(acknowledgeDocument);
  const reopen = useCommand(reopenOnSupplementDocument);
  const reply = useCommand(replyToSupplementDocument);
  // What is typed is about what was read: a later comment is said, and not slipped in. A like changes nothing of it.
  const written = writtenIn(card);
  const { held, renew } = useAsOpened(written, act !== undefined);
  const { row } = card;
  const { last } = held;
  const may = (action: Action): boolean => row.allowedActions.includes(action);
  if (!last || !written.last || !awaitsAct(card)) return null;
  const target = () => ({ district, id: row.id, key: newKey(), expectedVersion: row.version });
  const finish = async (sent: Promise<{ readonly consistencyToken: string } | undefined>): Promise<void> => {
    const change = await sent;
    if (!change) return;
    setAct(undefined);
    onChanged(change.consistencyToken);
  };
  const send = (words: string): void => {
    const about = { ...target(), supplement: last.id };
    if (act === 'REPLY_TO_SUPPLEMENT') void finish(reply.send({ input: { ...about, text: words } }));
    else void finish(reopen.send({ input: { ...about, ...(words === '' ? {} : { words }) } }));
  };
  return (
    <section className="after-answer" aria-label={t('card.afterAnswer')}>
      <h3 className="d-label">{t('card.afterAnswer')}</h3>
      <Beside card={card} addition={written.last} />
      <Problem problem={[acknowledge, reopen, reply].find(({ problem }) => problem)?.problem} />
      <Choice {...{ card, isExecutor, act }} acts={WITH_WORDS.filter(may)} onChoose={setAct} />
      {act && (
        <>
          <ChangedBehind held={[held]} live={[written]} onRenew={renew} />
          <AfterAnswerForm
            key={act}
            act={act}
            title={wordOf(act, card, isExecutor)}
            mayTell={MESSAGES.includes(row.regime)}
            onSend={send}
            onClose={() => setAct(undefined)}
          />
        </>
      )}
      {may('ACKNOWLEDGE_SUPPLEMENT') && (
        <div className="d-gap">
          <Button onPress={() => void finish(acknowledge.send({ input: target() }))}>{t('card.acknowledge')}</Button>
          <p className="muted">{t('card.hintACKNOWLEDGE_SUPPLEMENT')}</p>
        </div>
      )}
    </section>
  );
}

/** The last addition stands beside the answer, with what may be done about it. */
export function awaitsAct({ row, supplements }: Card): boolean {
  const acts = [...WITH_WORDS, 'ACKNOWLEDGE_SUPPLEMENT'] as const;
  return supplements.length > 0 && acts.some((act) => row.allowedActions.includes(act));
}

/** Answers, additions and replies: what an act about the last of them goes by. */
function writtenIn({ row, supplements, answers }: Card) {
  const replies = supplements.flatMap((one) => one.replies);
  const version = supplements.length + replies.length + answers.length;
  return { id: `${row.id} written`, version, last: supplements.at(-1) };
}

/** The answer that stands, and what was written about it. */
function Beside({ card, addition }: { readonly card: Card; readonly addition: Supplement }) {
  const { zone } = useDistrict();
  const answer = card.answers.toSorted((a, b) => a.signedAt.localeCompare(b.signedAt)).at(-1);
  const by = addition.byApplicant ? t('card.applicantWrote') : (addition.authorName ?? t('card.another'));
  return (
    <div className="answer-beside">
      {answer && (
        <blockquote>
          <p className="d-label">
            {t('card.answerGiven', {
              date: momentIn(zone, answer.signedAt),
              by: shortName(answer.signedBy?.name ?? ''),
            })}
          </p>
          <p className="read is-kept">{answer.text ?? t('card.noText')}</p>
        </blockquote>
      )}
      <blockquote className="is-this">
        <p className="d-label">
          <b>{t('card.wroteAfter', { date: momentIn(zone, addition.at), by })}</b>
        </p>
        <p className="read is-kept">{addition.text ?? t('card.erased')}</p>
      </blockquote>
    </div>
  );
}

interface ChoiceProps {
  readonly card: Card;
  readonly isExecutor: boolean;
  readonly acts: readonly AfterAnswerAct[];
  readonly act: AfterAnswerAct | undefined;
  readonly onChoose: (act: AfterAnswerAct) => void;
}

function Choice({ card, isExecutor, acts, act, onChoose }: ChoiceProps) {
  const name = useId();
  useKeys(acts.map((one) => ({ keys: KEYS[one], title: wordOf(one, card, isExecutor), run: () => onChoose(one) })));
  return (
    <ul className="after-answer-acts">
      {acts.map((one) => (
        <li key={one}>
          <label>
            <input type="radio" name={name} checked={act === one} onChange={() => onChoose(one)} />
            <span>
              <b>{wordOf(one, card, isExecutor)}</b> <Kbd keys={KEYS[one]} />
              <span className="muted">{t(`card.hint${one}`)}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** A reply stands under a comment, in a dialogue, or goes by the way that the sender is told otherwise. */
function wordOf(act: AfterAnswerAct, { source }: Card, isExecutor: boolean): string {
  if (act === 'REOPEN_ON_SUPPLEMENT') return t(isExecutor ? 'card.answerAgain' : 'card.returnToWork');
  if (source?.kind === 'COMMENT') return t('card.replyInThread');
  return t(source ? 'card.replyInDialogue' : 'card.replyShort');
}

/** The question comes back to him, and he writes the other answer. */
function useExecutor({ row }: Card): boolean {
  const { id } = useViewer();
  return row.questions.some(({ executor }) => executor?.id === id);
}
