import { useDistrict } from '../../../frame/district.js';
import { dayIn, fullDate } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';
import type { Card } from '../../../acts/card.js';

type Texts = Card['questions'][number];

/** Beside the question: the state of its extension, pending requests, notices to the applicant so far. */
export function Course({ question }: { readonly question: Texts }) {
  const { extension, extensionAsk, requests, interim } = question;
  return (
    <>
      {extension && <Extension extension={extension} />}
      {extensionAsk && <ExtensionAsk ask={extensionAsk} />}
      {requests.map((request) => (
        <Request key={request.id} request={request} />
      ))}
      {interim && <Interim interim={interim} />}
    </>
  );
}

function Extension({ extension }: { readonly extension: NonNullable<Texts['extension']> }) {
  const { zone } = useDistrict();
  const { state, until, from, reason, provedAt, decidedBy } = extension;
  const told = provedAt ? fullDate(dayIn(zone, provedAt)) : '';
  return (
    <div className={state === 'LAPSED' ? 'late' : 'muted'}>
      {t(`course.state${state}`, { until: fullDate(until), from: fullDate(from), told })}
      {reason && ` ${t('course.why', { reason })}`}
      {decidedBy && ` ${t('course.decidedBy', { name: decidedBy.name })}`}
    </div>
  );
}

function ExtensionAsk({ ask }: { readonly ask: NonNullable<Texts['extensionAsk']> }) {
  const { zone } = useDistrict();
  const { reason, askedBy, refusedAt, refusedBy, refusalReason } = ask;
  const until = fullDate(ask.until);
  if (refusedAt)
    return (
      <div className="late">
        {t('course.stateREFUSED', { until, date: fullDate(dayIn(zone, refusedAt)) })}
        {refusalReason && ` ${t('course.why', { reason: refusalReason })}`}
        {refusedBy && ` ${t('course.refusedBy', { name: refusedBy.name })}`}
      </div>
    );
  return (
    <div>
      {t('course.stateASKED', { until, ground: t(`course.ground${ask.ground}`) })}
      {askedBy && ` ${t('course.askedBy', { name: askedBy.name })}`}
      {reason && <div className="question-text">{reason}</div>}
    </div>
  );
}

type RequestOf = Texts['requests'][number];

function Request({ request }: { readonly request: RequestOf }) {
  if (request.receivedOn) return <Received request={request} on={request.receivedOn} />;
  if (request.endedOn) return <Over request={request} on={request.endedOn} />;
  return <Awaited request={request} />;
}

interface EndedRequest {
  readonly request: RequestOf;
  readonly on: string;
}

function Received({ request: { body, purpose, number, source, text }, on }: EndedRequest) {
  return (
    <div className="muted">
      {t(purpose === 'DRAFT' ? 'course.receivedDraft' : 'course.received', { body, date: fullDate(on) })}
      {number && ` ${t('course.byNumber', { number })}`}
      {source === 'PAGE' && ` ${t('course.byPage')}`}
      {text && <div className="question-text">{text}</div>}
    </div>
  );
}

/** The question ended before it came: no term runs. */
function Over({ request: { body, purpose, asked }, on }: EndedRequest) {
  return (
    <div className="muted">
      {t(purpose === 'DRAFT' ? 'course.overDraft' : 'course.over', { body, date: fullDate(on) })}
      {asked && <div className="question-text">{asked}</div>}
    </div>
  );
}

function Awaited({ request: { body, purpose, asked, deadline, linkOpens } }: { readonly request: RequestOf }) {
  const { zone } = useDistrict();
  const isLate = deadline.dueOn < dayIn(zone, Date.now());
  return (
    <div className={isLate ? 'late' : 'muted'}>
      {t(awaitedWord(purpose === 'DRAFT', isLate), { body, date: fullDate(deadline.dueOn) })}
      {linkOpens && ` ${t('course.linkOpens')}`}
      {asked && <div className="question-text">{asked}</div>}
    </div>
  );
}

function awaitedWord(isDraft: boolean, isLate: boolean) {
  if (isDraft) return isLate ? 'course.awaitedDraftLate' : 'course.awaitedDraft';
  return isLate ? 'course.awaitedLate' : 'course.awaited';
}

function Interim({ interim: { text, toldAt, late } }: { readonly interim: NonNullable<Texts['interim']> }) {
  const { zone } = useDistrict();
  const word = toldAt ? (late ? 'course.interimLate' : 'course.interimTold') : 'course.interimWaits';
  return (
    <div className={late ? 'late' : 'muted'}>
      {t(word, { date: toldAt ? fullDate(dayIn(zone, toldAt)) : '' })}
      {text && <div className="question-text">{text}</div>}
    </div>
  );
}
