import type {
  KnownIssue,
  PublicDistrict,
  PublishedAnswerList,
  PublishedReviewSummary,
  SameDayAnswers,
} from '@otklik/contracts/generated/graphql';
import type { ReactNode } from 'react';
import { isAbsent } from './absent.js';
import { Telephone, type PageContent } from './document.js';
import { KnownIssues } from './known-issues-part.js';
import { CallFirst } from './parts.js';
import { AnswerList, answersAddress, monthOf } from './public-answers-pages.js';
import { reviewSentence } from './reviews-pages.js';
import type { Speech } from './words/index.js';

/** Below so many a share would say more than is known. */
const MIN_BASE = 20;
const NEWEST = 3;

export interface StartPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly issues: readonly KnownIssue[];
  /** Undefined where it cannot be found out now: the rest of the page is there all the same. */
  readonly found: PublishedAnswerList | undefined;
  readonly sameDay: SameDayAnswers | undefined;
  readonly review: PublishedReviewSummary | undefined;
}

/** The page with which a district begins: what is known, how to reach the administration, what it answered. */
export function startPage(page: StartPage): PageContent {
  const { say } = page.speech;
  return {
    title: say('start.title'),
    section: 'start',
    content: (
      <>
        <h1>{say('start.title')}</h1>
        <p className="lead">{say('start.lead')}</p>
        <Known {...page} />
        <Ways {...page} />
        <Search {...page} />
        <Newest {...page} />
        <SameDay {...page} />
        <LastReview {...page} />
      </>
    ),
  };
}

function Known({ district, speech, issues }: StartPage) {
  const { say } = speech;
  return (
    <>
      {issues.length === 0 ? (
        <p className="note">{say('start.knownNone')}</p>
      ) : (
        <>
          <h2 className="unseen">{say('start.known')}</h2>
          <KnownIssues district={district} issues={issues} speech={speech} isAlone />
          <p className="gap">
            <a className="button" href={`/${district.code}/write`}>
              {say('start.writeOther')}
            </a>
          </p>
        </>
      )}
    </>
  );
}

function Ways({ district, speech }: StartPage) {
  const { say } = speech;
  const { code, phones, email, address, hours } = district;
  return (
    <section className="part">
      <h2 className="unseen">{say('start.ways')}</h2>
      <a className="button main" href={`/${code}/write`}>
        {say('nav.write')}
      </a>
      <CallFirst speech={speech} />
      <ul className="index">
        <Way title={<a href={`/${code}/follow`}>{say('nav.check')}</a>}>{say('start.follow')}</Way>
        {phones.length === 0 ? null : (
          <Way title={<b>{say('start.call')}</b>} lang="ru">
            {phones.map(({ name, phone }) => (
              <span key={phone}>
                {`${name} `}
                <Telephone phone={phone} />
              </span>
            ))}
          </Way>
        )}
        {isAbsent(email) ? null : (
          <Way title={<b>{say('start.mail')}</b>}>
            <a href={`mailto:${email}`}>{email}</a>
          </Way>
        )}
        <Way title={<b>{say('start.paper')}</b>} lang="ru">
          {address}
        </Way>
        <Way title={<a href={`/${code}/reception`}>{say('start.reception')}</a>} lang="ru">
          {hours}
        </Way>
        <Way title={<a href={`/${code}/law`}>{say('start.law')}</a>} />
      </ul>
    </section>
  );
}

function Way({ title, children, lang }: { title: ReactNode; children?: ReactNode; lang?: string }) {
  return (
    <li>
      {title}
      {children === undefined ? null : <span lang={lang}>{children}</span>}
    </li>
  );
}

function Search({ district, speech: { say } }: StartPage) {
  return (
    <section className="part">
      <form method="get" action={`/${district.code}/answers`} role="search">
        <h2>
          <label htmlFor="q">{say('answers.search')}</label>
        </h2>
        <input id="q" name="q" type="search" maxLength={200} enterKeyHint="search" />
        <p className="gap">
          <button className="button">{say('answers.find')}</button>
        </p>
      </form>
      <p>
        <a href={`/${district.code}/map`}>{say('map.link')}</a>
      </p>
    </section>
  );
}

function Newest({ district, speech, found }: StartPage) {
  const { say } = speech;
  if (!found) return null;
  return (
    <section className="part">
      <h2>{say('start.newest')}</h2>
      {found.total === 0 ? <p>{say('start.noAnswers')}</p> : null}
      <AnswerList district={district} speech={speech} answers={found.answers.slice(0, NEWEST)} />
      {found.total === 0 ? null : (
        <p>
          <a href={answersAddress(district.code, {})}>{say('start.all', { count: found.total })}</a>
        </p>
      )}
    </section>
  );
}

/** The share, over which days, and how it is counted. */
function SameDay({ district: { zone }, speech, sameDay }: StartPage) {
  const { say, shortDay } = speech;
  if (!sameDay) return null;
  const { from, to, answered, months } = sameDay;
  const share = shareOf(sameDay);
  return (
    <section className="part">
      <h2>{share === undefined ? say('start.sameDayFew') : say('start.sameDay', { share })}</h2>
      <p>
        {say('start.sameDayText', {
          answered,
          sameDay: sameDay.sameDay,
          from: shortDay(from, zone),
          to: shortDay(to, zone),
        })}
      </p>
      {share === undefined ? <p>{say('start.sameDayLow')}</p> : null}
      <p className="small">{say('start.sameDayHow')}</p>
      <details>
        <summary>{say('start.months')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('start.month')}</th>
              <th scope="col">{say('start.answered')}</th>
              <th scope="col">{say('start.share')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.month}>
                <th scope="row">{monthOf(month.month, speech)}</th>
                <td>{month.answered}</td>
                <td>{shareText(month)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** Rounded down: not all is said where one was later. Undefined below `MIN_BASE`. */
export function shareOf({ answered, sameDay }: Pick<SameDayAnswers, 'answered' | 'sameDay'>): number | undefined {
  return answered < MIN_BASE ? undefined : Math.floor((sameDay * 100) / answered);
}

function shareText(of: Pick<SameDayAnswers, 'answered' | 'sameDay'>): string {
  const share = shareOf(of);
  return share === undefined ? '–' : `${share} %`;
}

function LastReview({ district, speech, review }: StartPage) {
  if (!review) return null;
  return (
    <section className="part">
      <h2>{speech.say('start.review')}</h2>
      <p>
        <a href={`/${district.code}/reviews/${review.period}`} lang="ru">
          {review.title}
        </a>
        {`: ${reviewSentence(review, speech)}`}
      </p>
    </section>
  );
}
