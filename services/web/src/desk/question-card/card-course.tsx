import { useDistrict } from '../../frame/district.js';
import { dayIn, fullDate } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import type { Card } from './question-card.js';

type Texts = Card['questions'][number];

/** Beside the question: how its extension stands, whom we wait for, what the applicant was told so far. */
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

function Request({ request }: { readonly request: Texts['requests'][number] }) {
  const { zone } = useDistrict();
  const { body, purpose, asked, deadline, receivedOn, number, source, text, linkOpens } = request;
  const isDraft = purpose === 'DRAFT';
  if (receivedOn)
    return (
      <div className="muted">
        {t(isDraft ? 'course.receivedDraft' : 'course.received', { body, date: fullDate(receivedOn) })}
        {number && ` ${t('course.byNumber', { number })}`}
        {source === 'PAGE' && ` ${t('course.byPage')}`}
        {text && <div className="question-text">{text}</div>}
      </div>
    );
  const isLate = deadline.dueOn < dayIn(zone, Date.now());
  return (
    <div className={isLate ? 'late' : 'muted'}>
      {t(awaitedWord(isDraft, isLate), { body, date: fullDate(deadline.dueOn) })}
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
