import type {
  KnownIssue,
  PublicDistrict,
  PublishedAnswer,
  PublishedAnswerList,
  PublishedCount,
} from '@otklik/contracts/generated/graphql';
import { isAbsent } from './absent.js';
import type { PageContent } from './document.js';
import { Helped } from './helped-part.js';
import { KnownIssues } from './known-issues-part.js';
import { SubscribePart } from './subscribe-pages.js';
import { PublishedPhotos } from './published-photos-part.js';
import { subjectAddress, type SubjectKind } from './subject-address.js';
import type { Speech } from './words/index.js';

export interface AnswersAsked {
  readonly words: string;
  readonly topic: string;
  readonly settlement: string;
  readonly skip: number;
}

export interface AnswersPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly asked: AnswersAsked;
  readonly found: PublishedAnswerList;
  /** What the administration knows of that touches what is asked for. */
  readonly issues: readonly KnownIssue[];
}

const PAGE = 20;
const EXCERPT = 160;

/** The address of a selection, without what is not asked for. */
export function answersAddress(district: string, asked: Partial<AnswersAsked>, page = 'answers'): string {
  const { words, topic, settlement, skip } = asked;
  const query = new URLSearchParams({
    ...(words && { q: words }),
    ...(topic && { topic }),
    ...(settlement && { settlement }),
    ...(skip && { skip: String(skip) }),
  }).toString();
  return `/${district}/${page}${query === '' ? '' : `?${query}`}`;
}

/** The book of answers: what was asked and what was done, by words, topic and settlement. */
export function answersPage(page: AnswersPage): PageContent {
  const { district, speech, asked, found } = page;
  const { say } = speech;
  const more = asked.skip + found.answers.length;
  return {
    title: say('answers.title'),
    section: 'answers',
    content: (
      <>
        <h1>{say('answers.title')}</h1>
        <p className="lead">{say('answers.lead')}</p>
        <SearchForm {...page} />
        <KnownIssues district={district} issues={page.issues} speech={speech} isAlone />
        <section className="part">
          <h2>{say('answers.found', { count: found.total })}</h2>
          {found.total === 0 ? <p>{say('answers.none')}</p> : null}
          <AnswerList district={district} speech={speech} answers={found.answers} />
          {more < found.total && found.answers.length === PAGE ? (
            <p className="gap">
              <a className="button" href={answersAddress(district.code, { ...asked, skip: more })}>
                {say('answers.more')}
              </a>
            </p>
          ) : null}
          <p className="gap">
            <a
              href={answersAddress(
                district.code,
                { topic: asked.topic, settlement: asked.settlement },
                'published.atom',
              )}
            >
              {say('answers.feed')}
            </a>
          </p>
          <p>
            <a href={`/${district.code}/write`}>{say('answers.write')}</a>
          </p>
          {(['topics', 'places'] as const).map((of) => (
            <p key={of}>
              <a href={`/${district.code}/${of}`}>{say(`subjects.${of}`)}</a>
            </p>
          ))}
          <p>
            <a href={`/${district.code}/reviews`}>{say('reviews.title')}</a>
          </p>
          <p>
            <a href={`/${district.code}/map`}>{say('map.link')}</a>
          </p>
        </section>
        <SubscribePart district={district} speech={speech} of={asked} />
        <CountList title={say('answers.topics')} of={found.topics} addressOf={countAddress(page, 'topics')} />
        <CountList title={say('answers.places')} of={found.settlements} addressOf={countAddress(page, 'places')} />
      </>
    ),
  };
}

/** Each with its topic, settlement and month, and the way to it. */
export function AnswerList({ district, speech, answers }: Pick<AnswersPage, 'district' | 'speech'> & AnswersOf) {
  if (answers.length === 0) return null;
  return (
    <ol className="index">
      {answers.map((answer) => (
        <li key={answer.id}>
          <p className="small">{placeOf(answer, speech)}</p>
          <a href={`/${district.code}/answers/${answer.id}`}>{answer.title}</a>
          <span>{excerptOf(answer.text)}</span>
        </li>
      ))}
    </ol>
  );
}

interface AnswersOf {
  readonly answers: readonly PublishedAnswer[];
}

function SearchForm({ district, speech: { say }, asked }: AnswersPage) {
  return (
    <form method="get" action={`/${district.code}/answers`} role="search">
      <div className="field">
        <label htmlFor="q">{say('answers.search')}</label>
        <input id="q" name="q" type="search" maxLength={200} defaultValue={asked.words} enterKeyHint="search" />
      </div>
      {asked.topic === '' ? null : <input type="hidden" name="topic" defaultValue={asked.topic} />}
      {asked.settlement === '' ? null : <input type="hidden" name="settlement" defaultValue={asked.settlement} />}
      <div className="field">
        <button className="button main">{say('answers.find')}</button>
      </div>
      {asked.topic === '' && asked.settlement === '' && asked.words === '' ? null : (
        <p className="gap">
          <a href={`/${district.code}/answers`}>{say('answers.all')}</a>
        </p>
      )}
    </form>
  );
}

/** The page of the topic or settlement; where something is asked for, what is found of it there. */
function countAddress({ district, asked }: AnswersPage, of: SubjectKind): (code: string) => string {
  const isWhole = asked.words === '' && asked.topic === '' && asked.settlement === '';
  const name = of === 'topics' ? 'topic' : 'settlement';
  return (code) =>
    isWhole
      ? subjectAddress(district.code, { of, code })
      : answersAddress(district.code, { ...asked, [name]: code, skip: 0 });
}

interface CountListProps {
  readonly title: string;
  readonly of: readonly PublishedCount[];
  readonly addressOf: (code: string) => string;
}

export function CountList({ title, of, addressOf }: CountListProps) {
  if (of.length === 0) return null;
  return (
    <section className="part">
      <h2>{title}</h2>
      <ul className="index">
        {of.map(({ code, name: called, count }) => (
          <li key={code}>
            <a href={addressOf(code)}>{called}</a> {count}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AnswerPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly answer: PublishedAnswer;
  /** What the administration knows of that touches its topic and settlement. */
  readonly issues: readonly KnownIssue[];
}

/** One answer, at its permanent address. */
export function publishedAnswerPage({ district, speech, answer, issues }: AnswerPage): PageContent {
  const { say, sayIfKnown } = speech;
  return {
    title: answer.title,
    section: 'answers',
    content: (
      <>
        <p>
          <a href={`/${district.code}/answers`}>{say('answers.back')}</a>
        </p>
        <p className="small">
          <Subjects district={district} answer={answer} speech={speech} />
        </p>
        <h1>{answer.title}</h1>
        <p className="lead">
          <b>{sayIfKnown(`outcome.${answer.result}`) ?? answer.result}.</b>
        </p>
        <section className="part">
          <h2>{say('answers.asked')}</h2>
          <p className="said">{answer.matter}</p>
          <p className="small">{say('answers.removed')}</p>
        </section>
        <section className="part">
          <h2>{say('answers.answer')}</h2>
          <article className="letter">
            <p>
              <b>{say('answer.from', { district: district.name })}</b>
            </p>
            <p>{answer.text}</p>
          </article>
        </section>
        <PublishedPhotos photos={answer.photos} speech={speech} />
        <Helped district={district} speech={speech} answer={answer} />
        <KnownIssues district={district} issues={issues} speech={speech} isAlone />
        <p className="gap">
          <a className="button" href={`/${district.code}/write`}>
            {say('answers.same')}
          </a>
        </p>
      </>
    ),
  };
}

/** Topic and settlement, each with its page, and the month. */
function Subjects({ district, answer, speech }: Pick<AnswerPage, 'district' | 'answer' | 'speech'>) {
  const { topic, topicCode, settlement, settlementCode, month } = answer;
  const link = (of: SubjectKind, code: string | null | undefined, name: string | null | undefined) =>
    isAbsent(code) || isAbsent(name) ? null : (
      <>
        <a href={subjectAddress(district.code, { of, code })}>{name}</a>
        {' · '}
      </>
    );
  return (
    <>
      {link('topics', topicCode, topic)}
      {link('places', settlementCode, settlement)}
      {monthOf(month, speech)}
    </>
  );
}

/** 410: it was here. */
export function takenBackPage(district: PublicDistrict, { say }: Speech): PageContent {
  return {
    title: say('answers.takenBack'),
    section: 'answers',
    content: (
      <>
        <h1>{say('answers.takenBack')}</h1>
        <p className="lead">{say('answers.takenBackLead')}</p>
        <p className="gap">
          <a href={`/${district.code}/answers`}>{say('answers.back')}</a>
        </p>
      </>
    ),
  };
}

/** Topic, settlement and month, as far as they are known. */
export function placeOf({ topic, settlement, month }: PublishedAnswer, speech: Speech): string {
  return [topic, settlement, monthOf(month, speech)].filter((part) => part).join(' · ');
}

/** `ноябрь 2026 г.` of `2026-11`. */
export function monthOf(month: string, { language }: Speech): string {
  const locale = { ru: 'ru-RU', sah: 'sah', en: 'en-GB' }[language];
  const named = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return named.format(new Date(`${month}-01T00:00:00Z`));
}

/** Cut at a word, on one line. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT).replace(/\s\S*$/u, '')} …`;
}
