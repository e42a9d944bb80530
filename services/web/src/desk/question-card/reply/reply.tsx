import { writes } from '../../../acts/next-step.js';
import { useViewer } from '../../../frame/viewer.js';
import { t } from '../../../words/words.js';
import { fullDate } from '../../../parts/dates.js';
import { fileNames, Files } from '../../../parts/files.js';
import type { Card, Question } from '../../../acts/card.js';
import { LetterBeside } from './letter-beside.js';
import { noReplyWords } from './no-reply.js';
import { OwnText } from './own-text.js';
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
  const response = card.responses.find((one) => one.question === question.id);
  const isSigned = question.response?.state === 'SIGNED' || question.response?.state === 'DISPATCHED';
  const none = noReplyWords(card, question);
  const title = t(isSigned || none ? 'card.signedReplyTo' : 'card.replyTo', { ordinal: question.ordinal ?? 1 });
  return (
    <section className="reply" id="reply" aria-label={title}>
      <div className="reply-in">
        {none ? <NoReply words={none} title={title} /> : <ReplyText {...props} title={title} response={response} />}
        <ReplyPath question={question} response={response} isOver={none !== undefined} />
      </div>
    </section>
  );
}

/** Written by the executor, read by the others. */
function ReplyText(props: ReplyProps & { readonly title: string; readonly response: ResponseOfCard | undefined }) {
  const { question } = props;
  const viewer = useViewer();
  if (writes(question, viewer.id)) return <ReplyEditor {...props} />;
  return (
    <>
      {question.response && <OwnText question={question} response={question.response.id} />}
      <ReadReply {...props} />
    </>
  );
}

function NoReply({ words, title }: { readonly words: string; readonly title: string }) {
  return (
    <>
      <div className="d-bar">
        <h2>{title}</h2>
      </div>
      <p className="d-note">{words}</p>
    </>
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
            {response?.promisedUntil && <b> {t('card.promiseBy', { date: fullDate(response.promisedUntil) })}</b>}
          </span>
        )}
      </div>
      {response?.text ? (
        <LetterBeside
          question={question.id}
          text={response.text}
          outcome={outcome ?? ''}
          attachments={fileNames(response.files)}
        />
      ) : (
        <p className="muted">{t('card.noReplyYet')}</p>
      )}
      <Files files={response?.files ?? []} />
    </>
  );
}
