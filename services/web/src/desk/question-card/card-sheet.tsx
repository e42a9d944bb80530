import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { dayIn, fullDate, momentIn, weekdayDate } from '../../parts/dates.js';
import { Deadline } from '../../parts/deadline.js';
import { Files } from '../../parts/files.js';
import { language, t } from '../../words/words.js';
import { ApplicantCell } from './applicant-cell.js';
import { CardHistory } from './card-history.js';
import { CardQuestions } from './card-questions.js';
import type { Card } from './question-card.js';

/** The card as a sheet of the card index: number and date first, then the ruled fields. */
export function CardSheet({ card, chosen }: { readonly card: Card; readonly chosen: string | undefined }) {
  const { row } = card;
  const { zone } = useDistrict();
  return (
    <article className="sheet">
      <div className="sheet-no">
        <h1>
          {row.number ?? row.receipt}{' '}
          <small>{t('card.ofDate', { date: fullDate(row.registeredOn ?? dayIn(zone, row.receivedAt)) })}</small>
        </h1>
        <p>
          <b>{t(`card.state${row.state}`)}</b>
        </p>
      </div>
      <Blank card={card} chosen={chosen} />
      <Terms card={card} />
      <section>
        <h2>
          {t(row.regime === 'APPEAL_59FZ' ? 'card.appeal' : 'card.message')}{' '}
          <small>{momentIn(zone, row.receivedAt)}</small>
        </h2>
        <p className="read is-kept">{card.text ?? t(card.erased ? 'card.erased' : 'card.noText')}</p>
        <Files files={card.files} />
        {card.supplements.map(({ text, at }) => (
          <div key={at} className="supplement">
            <p className="d-label">{t('card.supplemented', { date: momentIn(zone, at) })}</p>
            <p className="read is-kept">{text}</p>
          </div>
        ))}
      </section>
      <CardQuestions card={card} chosen={chosen} />
      <Notes card={card} />
      <CardHistory card={card} />
    </article>
  );
}

function Blank({ card, chosen }: { readonly card: Card; readonly chosen: string | undefined }) {
  const { row, place } = card;
  const question = row.questions.find(({ id }) => id === chosen);
  const where = [place?.settlement?.name, place?.text].filter(Boolean).join(', ');
  return (
    <dl className="blank">
      <Cell name={t('card.kind')}>{t(`card.regime${row.regime}`)}</Cell>
      <Cell name={t('card.from')}>{t(`parts.channelLong${row.channel}`)}</Cell>
      <Cell name={t('card.files')}>{card.files.length || t('card.none')}</Cell>
      <ApplicantCell appeal={row.id} />
      <div>
        <dt className="d-label">{t('card.earlier')}</dt>
        <dd>
          <Earlier card={card} />
        </dd>
      </div>
      <div className="is-first w8">
        <dt className="d-label">{t('card.place')}</dt>
        <dd>{where || t('card.noPlace')}</dd>
      </div>
      <Cell name={t('card.department')}>{question?.department?.name ?? '—'}</Cell>
    </dl>
  );
}

function Cell({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="d-label">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The person's other appeals, one press away. */
function Earlier({ card }: { readonly card: Card }) {
  const { code, zone } = useDistrict();
  if (card.earlier.length === 0) return t('card.none');
  return (
    <details className="earlier">
      <summary>{t('card.earlierCount', { count: card.earlier.length })}</summary>
      <ul>
        {card.earlier.map(({ id, number, receipt, receivedAt, excerpt }) => (
          <li key={id}>
            <Link href={`/desk/${code}/card/${id}`}>{number ?? receipt}</Link>{' '}
            <small>{fullDate(dayIn(zone, receivedAt))}</small> <span className="earlier-text">{excerpt}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Terms({ card }: { readonly card: Card }) {
  const { zone } = useDistrict();
  const today = dayIn(zone, Date.now());
  const dated = card.row.questions.filter(({ deadline }) => deadline);
  if (dated.length === 0) return null;
  const [first] = dated;
  return (
    <section>
      <h2>{t('card.terms')}</h2>
      <table className="clock">
        <thead>
          <tr>
            <th scope="col">{t('card.whatToDo')}</th>
            <th scope="col">{t('card.until')}</th>
            <th scope="col">{t('card.left')}</th>
            <th scope="col">{t('card.ground')}</th>
          </tr>
        </thead>
        <tbody>
          {dated.map(({ id, ordinal, deadline, dueOn }) => (
            <tr key={id}>
              <td>
                <b>{dated.length > 1 ? t('card.answerQuestion', { ordinal }) : t('card.answerApplicant')}</b>
              </td>
              <td className="num">
                <b>{weekdayDate(deadline!.dueOn, language)}</b>
              </td>
              <td>{dueOn ? <Deadline dueOn={dueOn} today={today} /> : t('card.done')}</td>
              <td className="muted">{deadline!.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Why registeredOn={card.row.registeredOn} deadline={first!.deadline!} />
    </section>
  );
}

type Deadlined = NonNullable<Card['row']['questions'][number]['deadline']>;

function Why({ registeredOn, deadline }: { readonly registeredOn: string | null; readonly deadline: Deadlined }) {
  return (
    <details className="why">
      <summary>{t('card.why', { date: longDay(deadline.dueOn) })}</summary>
      <ol>
        {registeredOn && (
          <li>
            <time>{weekdayDate(registeredOn, language)}</time>
            <span>{t('card.whyStart')}</span>
          </li>
        )}
        <li>
          <span>{t('card.whyRule')}</span>
          <span>
            {t('card.whyRuleText', { rule: deadline.rule, version: deadline.ruleVersion, source: deadline.source })}
          </span>
        </li>
        <li>
          <time>{weekdayDate(deadline.dueOn, language)}</time>
          <span>{t(deadline.provisional ? 'card.whyProvisional' : 'card.whyEnd')}</span>
        </li>
      </ol>
    </details>
  );
}

/** «10 декабря». */
function longDay(date: string): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(date));
}

/** Notes between officials, as text with author and date. */
function Notes({ card }: { readonly card: Card }) {
  const { zone } = useDistrict();
  const notes = card.responses.flatMap((response) => response.notes);
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>{t('card.notes')}</h2>
      {notes.map(({ text, by, at }) => (
        <div key={at} className="resol">
          <p>{text}</p>
          <p className="muted small">
            {by?.name} · {momentIn(zone, at)}
          </p>
        </div>
      ))}
    </section>
  );
}
