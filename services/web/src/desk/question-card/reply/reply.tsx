import { useViewer } from '../../../frame/viewer.js';
import { t } from '../../../words/words.js';
import type { Card, Question } from '../question-card.js';
import { LetterBeside } from './letter-beside.js';
import { ReplyEditor } from './reply-editor.js';
import { ReplyPath } from './reply-path.js';

export interface ReplyProps {
  readonly card: Card;
  readonly question: Question;
  readonly onChanged: (consistencyToken: string) => void;
}

export type ResponseOfCard = Card['responses'][number];

/** The answer beside the sheet: written by its executor, read by the others. */
export function Reply(props: ReplyProps) {
  const { card, question } = props;
  const viewer = useViewer();
  const response = card.responses.find((one) => one.question === question.id);
  const mine = question.executor?.id === viewer.id && question.response?.allowedActions.includes('DRAFT_RESPONSE');
  const title = t('card.replyTo', { ordinal: question.ordinal ?? 1 });
  return (
    <section className="reply" aria-label={title}>
      <div className="reply-in">
        {mine ? (
          <ReplyEditor {...props} title={title} response={response} />
        ) : (
          <ReadReply question={question} title={title} response={response} />
        )}
        <ReplyPath question={question} response={response} />
      </div>
    </section>
  );
}

function ReadReply(props: {
  readonly question: Question;
  readonly title: string;
  readonly response: ResponseOfCard | undefined;
}) {
  const { question, title, response } = props;
  const outcome = response?.row.outcome;
  return (
    <>
      <div className="d-bar">
        <h2>{title}</h2>
        {outcome && (
          <span className="is-end">
            {t('card.outcome')}: <b>{t(`card.outcome${outcome}`)}</b>
          </span>
        )}
      </div>
      {response?.text ? (
        <LetterBeside question={question.id} text={response.text} outcome={outcome ?? ''} />
      ) : (
        <p className="muted">{t('card.noReplyYet')}</p>
      )}
    </>
  );
}
