import { useDistrict } from '../../../frame/district.js';
import { momentIn } from '../../../parts/dates.js';
import { shortName } from '../../../parts/names.js';
import { t } from '../../../words/words.js';
import type { Question } from '../../../acts/card.js';
import type { ResponseOfCard } from './reply.js';

const order = ['OPEN', 'DRAFTED', 'APPROVED', 'SIGNED', 'DISPATCHED'] as const;

interface ReplyPathProps {
  readonly question: Question;
  readonly response: ResponseOfCard | undefined;
  /** No answer is made any more: what was not done will not be. */
  readonly isOver: boolean;
}

/** The answer's way: who has written, approved and signed, and where it is now. */
export function ReplyPath(props: ReplyPathProps) {
  const { zone } = useDistrict();
  const state = props.question.response?.state ?? 'OPEN';
  const now = order.indexOf(state === 'SENT_BACK' ? 'OPEN' : state);
  return (
    <div className="after">
      <div>
        <h3>{t('card.path')}</h3>
        <ol>
          {stepsOf(props.question, props.response).map(({ step, who, moment }, at) => (
            <li key={step}>
              <span>{[t(`card.step_${step}`), who && shortName(who)].filter(Boolean).join(', ')}</span>
              <StepWords at={at} now={now} isOver={props.isOver} moment={moment && momentIn(zone, moment)} />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

function stepsOf(question: Question, response: ResponseOfCard | undefined) {
  return [
    { step: 'draft', who: response?.draftedBy?.name ?? question.executor?.name },
    { step: 'approval', who: response?.approvedBy?.name },
    { step: 'signature', who: response?.signedBy?.name, moment: response?.signedAt },
    { step: 'dispatch' },
  ] as readonly {
    readonly step: 'draft' | 'approval' | 'signature' | 'dispatch';
    readonly who?: string;
    readonly moment?: string;
  }[];
}

interface StepWordsProps extends Pick<ReplyPathProps, 'isOver'> {
  readonly at: number;
  readonly now: number;
  readonly moment: string | undefined;
}

function StepWords({ at, now, moment, isOver }: StepWordsProps) {
  if (isOver && at >= now) return <span className="muted">{t('card.stepNone')}</span>;
  if (at === now) return <b>{t('card.stepNow')}</b>;
  return <span className="muted">{moment ?? t(at < now ? 'card.stepDone' : 'card.stepAhead')}</span>;
}
