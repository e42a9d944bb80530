import type {
  PublicDistrict,
  PublishedAnswer,
  PublishedAnswerList,
  PublishedCount,
} from '@otklik/contracts/generated/graphql';
import type { PageContent } from './document.js';
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
        <section className="part">
          <h2>{say('answers.found', { count: found.total })}</h2>
          {found.total === 0 ? <p>{say('answers.none')}</p> : null}
          <ol className="index">
            {found.answers.map((answer) => (
              <li key={answer.id}>
                <p className="small">{placeOf(answer, speech)}</p>
                <a href={`/${district.code}/answers/${answer.id}`}>{answer.title}</a>
                <span>{excerptOf(answer.text)}</span>
              </li>
            ))}
          </ol>
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
            <a href={`/${district.code}`}>{say('answers.write')}</a>
          </p>
          <p>
            <a href={`/${district.code}/reviews`}>{say('reviews.title')}</a>
          </p>
        </section>
        <Counts title={say('answers.topics')} of={found.topics} name="topic" page={page} />
        <Counts title={say('answers.places')} of={found.settlements} name="settlement" page={page} />
      </>
    ),
  };
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

interface CountsProps {
  readonly title: string;
  readonly of: readonly PublishedCount[];
  readonly name: 'topic' | 'settlement';
  readonly page: AnswersPage;
}

function Counts({ title, of, name, page: { district, asked } }: CountsProps) {
  if (of.length === 0) return null;
  return (
    <section className="part">
      <h2>{title}</h2>
      <ul className="index">
        {of.map(({ code, name: called, count }) => (
          <li key={code}>
            <a href={answersAddress(district.code, { ...asked, [name]: code, skip: 0 })}>{called}</a> {count}
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
}

/** One answer, at its permanent address. */
export function publishedAnswerPage({ district, speech, answer }: AnswerPage): PageContent {
  const { say, sayIfKnown } = speech;
  return {
    title: answer.title,
    section: 'answers',
    content: (
      <>
        <p>
          <a href={`/${district.code}/answers`}>{say('answers.back')}</a>
        </p>
        <p className="small">{placeOf(answer, speech)}</p>
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
        <p className="gap">
          <a className="button" href={`/${district.code}`}>
            {say('answers.same')}
          </a>
        </p>
      </>
    ),
  };
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
export function placeOf({ topic, settlement, month }: PublishedAnswer, { language }: Speech): string {
  const locale = { ru: 'ru-RU', sah: 'sah', en: 'en-GB' }[language];
  const named = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return [topic, settlement, named.format(new Date(`${month}-01T00:00:00Z`))].filter((part) => part).join(' · ');
}

/** Cut at a word, on one line. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT).replace(/\s\S*$/u, '')} …`;
}
