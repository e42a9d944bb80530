import { useQuery } from 'urql';
import { Link, Redirect, useParams } from 'wouter';
import { failureOf } from '../frame/failure.js';
import { operation } from '../frame/graphql-client.js';
import { mayUse, useViewer } from '../frame/viewer.js';
import type { MaskedAppealQuery } from '../generated/graphql.js';
import { fullDate } from '../parts/dates.js';
import { Paragraphs } from '../parts/paragraphs.js';
import { Problem } from '../parts/problem.js';
import { t } from '../words/words.js';
import { maskedDocument } from './analysis.queries.js';
import { resultWords } from './exported-rows.js';
import './analysis.css';

type Masked = NonNullable<MaskedAppealQuery['maskedAppeal']>;

/** Of the browser's history, beside the page: its address names no search. */
export interface OpenedFrom {
  readonly search: string;
}

/** For these errors the address shows nothing to this official. */
const NOTHING_THERE = new Set(['NOT_FOUND', 'BAD_INPUT']);

/** What was found, at an address that a colleague with the same right may be sent. Who may open the card is led to it. */
export function MaskedText() {
  const { district = '', appeal = '' } = useParams<{ district: string; appeal: string }>();
  const viewer = useViewer();
  const isOfCards = mayUse(viewer, district, 'appeal') && !mayUse(viewer, district, 'maskedAppeal');
  if (isOfCards) return <Redirect to={`/desk/${district}/card/${appeal}`} replace />;
  return (
    <>
      <header className="find-head d-bar">
        <Link className="d-button is-plain" href={cameFrom()}>
          {t('analysis.toSearch')}
        </Link>
      </header>
      <main className="masked" id="main">
        <Found district={district} id={appeal} />
      </main>
    </>
  );
}

function Found(asked: { readonly district: string; readonly id: string }) {
  const [{ data, error, fetching }, reload] = useQuery({ query: operation(maskedDocument), variables: asked });
  const failure = error && failureOf(error);
  if (fetching) return <p role="status">{t('frame.loading')}</p>;
  if (data?.maskedAppeal) return <Whole masked={data.maskedAppeal} />;
  if (!failure || NOTHING_THERE.has(failure.code)) return <Missing />;
  return <Problem problem={failure} onAgain={() => reload({ requestPolicy: 'network-only' })} />;
}

/** The search whose hit was opened; an address that was sent comes from none. */
function cameFrom(): string {
  const { search = '' } = (history.state ?? {}) as Partial<OpenedFrom>;
  return `/analysis${search}`;
}

function Missing() {
  return (
    <>
      <h1>{t('analysis.noSuch')}</h1>
      <p>{t('analysis.noSuchWhy')}</p>
    </>
  );
}

function Whole({ masked }: { readonly masked: Masked }) {
  const { number, receipt, text, supplements, answers, settlement, district, receivedOn, registeredOn } = masked;
  const place = [district.name, settlement?.name, t(`parts.channelLong${masked.channel}`)];
  const days = [
    t('analysis.receivedOn', { day: fullDate(receivedOn) }),
    registeredOn && t('analysis.registeredOn', { day: fullDate(registeredOn) }),
  ];
  return (
    <>
      <title>{t('card.pageTitle', { number: number ?? receipt })}</title>
      <div className="d-bar">
        <h1>{number ?? receipt}</h1>
        <span className="is-end">{t(`analysis.state${masked.state}`)}</span>
      </div>
      <p className="muted">{place.filter(Boolean).join(', ')}</p>
      <p className="muted">{days.filter(Boolean).join(', ')}</p>
      <ul className="masked-questions">
        {masked.questions.map((question) => (
          <li key={question.id}>{questionWords(question)}</li>
        ))}
      </ul>
      <p className="muted">{t('analysis.masked')}</p>
      <Texts title={t('analysis.wholeText')} texts={[text ?? t('analysis.erased')]} />
      <Texts title={t('analysis.wholeSupplements')} texts={supplements} />
      <Texts title={t('analysis.wholeAnswers')} texts={answers} />
    </>
  );
}

function Texts({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <section className="part">
      <h2>{title}</h2>
      {texts.map((text, at) => (
        <div key={at} className="read">
          <Paragraphs text={text} />
        </div>
      ))}
    </section>
  );
}

function questionWords({ topic, department, result, ground, dueOn, answeredOn }: Masked['questions'][number]): string {
  const words = [
    topic?.name,
    department?.name,
    resultWords({ result, ground }),
    answeredOn && t('analysis.answeredOn', { day: fullDate(answeredOn) }),
    dueOn && t('analysis.dueOn', { day: fullDate(dueOn) }),
  ];
  return words.filter(Boolean).join(', ');
}
