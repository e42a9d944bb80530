import type { PublicDistrict, PublishedReview, PublishedReviewSummary } from '@otklik/contracts/generated/graphql';
import type { PageContent } from './document.js';
import type { Speech } from './words/index.js';

/** Below so many a share would say more than is known. */
const MIN_BASE = 20;

interface ReviewsPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly reviews: readonly PublishedReviewSummary[];
}

/** Every review that the district published. */
export function reviewsPage({ district, speech, reviews }: ReviewsPage): PageContent {
  const { say } = speech;
  return {
    title: say('reviews.title'),
    section: 'answers',
    content: (
      <>
        <h1>{say('reviews.title')}</h1>
        <p className="lead">{say('reviews.lead')}</p>
        {reviews.length === 0 ? <p>{say('reviews.none')}</p> : null}
        <ul className="index">
          {reviews.map((review) => (
            <li key={review.period}>
              <a href={`/${district.code}/reviews/${review.period}`}>{review.title}</a>
              <span>{reviewSentence(review, speech)}</span>
            </li>
          ))}
        </ul>
      </>
    ),
  };
}

/** `212 обращений, ответов в срок 97 %` */
export function reviewSentence(
  { appeals, inTime, late }: Pick<PublishedReviewSummary, 'appeals' | 'inTime' | 'late'>,
  { say }: Speech,
): string {
  const answered = inTime + late;
  const received = say('reviews.received', { count: appeals });
  if (answered < MIN_BASE) return received;
  // Rounded down: not all is said where one was late.
  const share = Math.floor((inTime * 100) / answered);
  return `${received}, ${say('reviews.inTime', { share })}`;
}

interface ReviewPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly review: Omit<PublishedReview, 'csv' | 'odt' | 'docx'>;
}

/** A review as it was released: its text, its tables, its files. */
export function reviewPage({ district, speech, review }: ReviewPage): PageContent {
  const { say } = speech;
  const { period, edition, title, releasedOn, before, text, tables } = review;
  const file = `/${district.code}/reviews/${period}`;
  return {
    title,
    section: 'answers',
    content: (
      <>
        <p>
          <a href={`/${district.code}/reviews`}>{say('reviews.all')}</a>
        </p>
        <h1 lang="ru">{title}</h1>
        <p className="small">
          {say('reviews.releasedOn', { day: speech.day(releasedOn, district.zone) })}
          {edition > 1 ? ` ${say('reviews.edition', { edition })}` : null}
        </p>
        <div lang="ru">
          {text.map((paragraph, at) => (
            <p key={at}>{paragraph}</p>
          ))}
        </div>
        <p className="gap">
          <a href={`${file}.odt`}>{say('reviews.odt')}</a> <a href={`${file}.docx`}>{say('reviews.docx')}</a>{' '}
          <a href={`${file}.csv`}>{say('reviews.csv')}</a>
        </p>
        {tables.map((table) => (
          <section key={table.code} className="part" lang="ru">
            <table>
              <caption>{table.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('reviews.line')}</th>
                  <th scope="col">{periodWords(period, speech)}</th>
                  <th scope="col">{periodWords(before, speech)}</th>
                </tr>
              </thead>
              <tbody>
                {table.lines.map(({ code, title: name, now, was }) => (
                  <tr key={code}>
                    <th scope="row">{name}</th>
                    <td>{now}</td>
                    <td>{was}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </>
    ),
  };
}

/** «IV квартал 2026» */
function periodWords(period: string, { say }: Speech): string {
  const [year = '', quarter] = period.split('-Q');
  if (quarter === undefined) return year;
  return say('reviews.quarter', { quarter: ['I', 'II', 'III', 'IV'][Number(quarter) - 1]!, year });
}

/** 410: it was here. */
export function reviewTakenBackPage(district: PublicDistrict, { say }: Speech): PageContent {
  return {
    title: say('reviews.takenBack'),
    section: 'answers',
    content: (
      <>
        <h1>{say('reviews.takenBack')}</h1>
        <p className="lead">{say('reviews.takenBackLead')}</p>
        <p className="gap">
          <a href={`/${district.code}/reviews`}>{say('reviews.all')}</a>
        </p>
      </>
    ),
  };
}
