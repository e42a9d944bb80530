import { useId, useState } from 'react';
import { useAsOpened } from '../../../frame/as-opened.js';
import {
  acknowledgeSupplement,
  reopenOnSupplement,
  replyToSupplement,
  type AfterAnswerScope,
  type Supplement,
} from '../../../acts/after-answer.js';
import { useActsOn } from '../../../acts/use-acts-on.js';
import { ChangedBehind } from '../../../acts/dialogs/changed-behind.js';
import { useDistrict } from '../../../frame/district.js';
import { useKeys } from '../../../parts/keys.js';
import { useViewer } from '../../../frame/viewer.js';
import { Button } from '../../../parts/button.js';
import { momentIn } from '../../../parts/dates.js';
import { Kbd } from '../../../parts/kbd.js';
import { shortName } from '../../../parts/names.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { AfterAnswerForm } from './after-answer-form.js';
import type { Card } from '../../../acts/card.js';

interface AfterAnswerProps {
  readonly card: Card;
  readonly onChanged: (consistencyToken: string) => void;
}

const WITH_WORDS = { REPLY_TO_SUPPLEMENT: replyToSupplement, REOPEN_ON_SUPPLEMENT: reopenOnSupplement } as const;
const MESSAGES: readonly Card['row']['regime'][] = ['SOCIAL_MESSAGE', 'POS_MESSAGE'];

/** Nothing was added: no act is offered. */
const NO_SUPPLEMENT: Supplement = {
  id: '',
  text: null,
  at: '',
  byApplicant: false,
  authorName: null,
  replies: [],
  files: [],
};

/** An act that has words. */
export type AfterAnswerAct = keyof typeof WITH_WORDS;

/**
 * What was written after the answer beside the answer that it is about; it is replied to in the thread, considered again, or read:
 * one of them ends its wait.
 */
export function AfterAnswer({ card, onChanged }: AfterAnswerProps) {
  const [act, setAct] = useState<AfterAnswerAct>();
  const isExecutor = useExecutor(card);
  // What is typed is about what was read: a later comment is said, and not slipped in. A like changes nothing of it.
  const written = writtenIn(card);
  const { held, renew } = useAsOpened(written, act !== undefined);
  const supplement = held.last ?? NO_SUPPLEMENT;
  const scope = { card, supplement, isExecutor };
  const { perform, problem } = useActsOn({ scope, about: () => held, onChanged });
  if (!held.last || !written.last || !awaitsAct(card)) return null;
  const send = async (words: string): Promise<void> => {
    if (act && (await perform(WITH_WORDS[act], words))) setAct(undefined);
  };
  const acknowledge = async (): Promise<void> => {
    if (await perform(acknowledgeSupplement, {})) setAct(undefined);
  };
  return (
    <section className="after-answer" aria-label={t('card.afterAnswer')}>
      <h3 className="d-label">{t('card.afterAnswer')}</h3>
      <Beside card={card} addition={written.last} />
      <Problem problem={problem} />
      <Choice scope={scope} act={act} onChoose={setAct} />
      {act && (
        <>
          <ChangedBehind held={[held]} live={[written]} onRenew={renew} />
          <AfterAnswerForm
            key={act}
            act={act}
            title={WITH_WORDS[act].words(scope)}
            mayTell={MESSAGES.includes(card.row.regime)}
            onSend={(words) => void send(words)}
            onClose={() => setAct(undefined)}
          />
        </>
      )}
      {acknowledgeSupplement.offers(scope).length > 0 && (
        <div className="d-gap">
          <Button onPress={() => void acknowledge()}>{acknowledgeSupplement.words(scope)}</Button>
          <p className="muted">{t('card.hintACKNOWLEDGE_SUPPLEMENT')}</p>
        </div>
      )}
    </section>
  );
}

/** The last addition is shown beside the answer, with its acts. */
export function awaitsAct({ row, supplements }: Card): boolean {
  const acts = [replyToSupplement, reopenOnSupplement, acknowledgeSupplement];
  return supplements.length > 0 && acts.some(({ allowed }) => row.allowedActions.includes(allowed));
}

/** Answers, additions and replies: what an act about the last of them goes by. */
function writtenIn({ row, supplements, answers }: Card) {
  const replies = supplements.flatMap((one) => one.replies);
  const version = supplements.length + replies.length + answers.length;
  return { id: `${row.id} written`, version, last: supplements.at(-1) };
}

/** The current answer, and what was written about it. */
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
  readonly scope: AfterAnswerScope;
  readonly act: AfterAnswerAct | undefined;
  readonly onChoose: (act: AfterAnswerAct) => void;
}

function Choice({ scope, act, onChoose }: ChoiceProps) {
  const name = useId();
  const offered = offeredOf(scope);
  useKeys(
    offered.map((one) => ({
      keys: WITH_WORDS[one].shortcut ?? '',
      title: WITH_WORDS[one].words(scope),
      run: () => onChoose(one),
    })),
  );
  return (
    <ul className="after-answer-acts">
      {offered.map((one) => (
        <li key={one}>
          <label>
            <input type="radio" name={name} checked={act === one} onChange={() => onChoose(one)} />
            <span>
              <b>{WITH_WORDS[one].words(scope)}</b> <Kbd keys={WITH_WORDS[one].shortcut ?? ''} />
              <span className="muted">{t(`card.hint${one}`)}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function offeredOf(scope: AfterAnswerScope): readonly AfterAnswerAct[] {
  return (['REPLY_TO_SUPPLEMENT', 'REOPEN_ON_SUPPLEMENT'] as const).filter(
    (one) => WITH_WORDS[one].offers(scope).length > 0,
  );
}

/** The question comes back to him, and he writes the other answer. */
function useExecutor({ row }: Card): boolean {
  const { id } = useViewer();
  return row.questions.some(({ executor }) => executor?.id === id);
}
