import type {
  KnownIssue,
  PublicDistrict,
  PublishedAnswerList,
  PublishedCount,
} from '@otklik/contracts/generated/graphql';
import { isAbsent } from './absent.js';
import type { PageContent } from './document.js';
import { HelpedSum } from './helped-part.js';
import { KnownIssues } from './known-issues-part.js';
import { AnswerList, CountList } from './public-answers-pages.js';
import { SubscribePart } from './subscribe-pages.js';
import { subjectAddress, type Subject, type SubjectKind } from './subject-address.js';
import type { Speech } from './words/index.js';

export interface SubjectPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly subject: Subject;
  readonly found: PublishedAnswerList;
  /** Those that touch it. */
  readonly issues: readonly KnownIssue[];
  readonly skip: number;
}

const PAGE = 20;

/** Of the district’s file; of one that left it, as answers name it. Undefined: there is neither. */
export function subjectOf(
  district: PublicDistrict,
  { of, code }: Pick<Subject, 'of' | 'code'>,
  found: PublishedAnswerList,
  { language }: Speech,
): Subject | undefined {
  const known = (of === 'topics' ? district.topics : district.settlements).find((one) => one.code === code);
  if (known) {
    const name = language === 'sah' && !isAbsent(known.nameSah) ? known.nameSah : known.name;
    return { of, code, name };
  }
  const counted = (of === 'topics' ? found.topics : found.settlements).find((one) => one.code === code);
  return counted && { of, code, name: counted.name };
}

/** What the administration knows of that touches a topic or a settlement; what names none touches all. */
export function issuesOf(
  issues: readonly KnownIssue[],
  asked: { readonly topic: string; readonly settlement: string },
): readonly KnownIssue[] {
  const touches = (named: readonly string[], code: string) => code === '' || named.length === 0 || named.includes(code);
  return issues.filter((one) => touches(one.topics, asked.topic) && touches(one.settlements, asked.settlement));
}

interface SubjectsPage extends Pick<SubjectPage, 'district' | 'speech' | 'found'> {
  readonly of: SubjectKind;
}

/** The topics, or the settlements, of which answers are published, the most first, each with how many. */
export function subjectsPage({ district, speech, of, found }: SubjectsPage): PageContent {
  const { say } = speech;
  const counts = of === 'topics' ? found.topics : found.settlements;
  const other = of === 'topics' ? 'places' : 'topics';
  return {
    title: say(`subjects.${of}`),
    section: 'answers',
    content: (
      <>
        <p>
          <a href={`/${district.code}/answers`}>{say('answers.back')}</a>
        </p>
        <h1>{say(`subjects.${of}`)}</h1>
        <p className="lead">{say('subjects.lead', { count: found.total })}</p>
        {counts.length === 0 ? <p>{say('start.noAnswers')}</p> : null}
        <ul className="index">
          {counts.toSorted(byCount).map((one) => (
            <li key={one.code}>
              <a href={subjectAddress(district.code, { of, code: one.code })}>
                {subjectOf(district, { of, code: one.code }, found, speech)?.name ?? one.name}
              </a>{' '}
              {one.count}
            </li>
          ))}
        </ul>
        <p className="gap">
          <a href={`/${district.code}/${other}`}>{say(`subjects.${other}`)}</a>
        </p>
      </>
    ),
  };
}

function byCount(one: PublishedCount, other: PublishedCount): number {
  return other.count - one.count || one.name.localeCompare(other.name, 'ru');
}

/** What was answered on one topic, or in one settlement. */
export function subjectPage({ district, speech, subject, found, issues, skip }: SubjectPage): PageContent {
  const { say } = speech;
  const here = subjectAddress(district.code, subject);
  const more = skip + found.answers.length;
  const isTopic = subject.of === 'topics';
  return {
    title: `${subject.name}: ${say('answers.title')}`,
    section: 'answers',
    content: (
      <>
        <p>
          <a href={`/${district.code}/answers`}>{say('answers.back')}</a>
        </p>
        <h1>{subject.name}</h1>
        <KnownIssues district={district} issues={issues} speech={speech} isAlone />
        <section className="part">
          <h2>{say('answers.found', { count: found.total })}</h2>
          <HelpedSum speech={speech} sum={found} />
          {found.total === 0 ? <p>{say('start.noAnswers')}</p> : null}
          <AnswerList district={district} speech={speech} answers={found.answers} />
          {more < found.total && found.answers.length === PAGE ? (
            <p className="gap">
              <a className="button" href={`${here}?skip=${more}`}>
                {say('answers.more')}
              </a>
            </p>
          ) : null}
          <p className="gap">
            <a href={`${here}.atom`}>{say(isTopic ? 'answers.feedTopic' : 'answers.feedPlace')}</a>
          </p>
          <p>
            <a href={`/${district.code}/write`}>{say('answers.write')}</a>
          </p>
        </section>
        <SubscribePart
          district={district}
          speech={speech}
          of={isTopic ? { topic: subject.code, settlement: '' } : { topic: '', settlement: subject.code }}
        />
        <CountList
          title={say(isTopic ? 'answers.places' : 'answers.topics')}
          of={isTopic ? found.settlements : found.topics}
          addressOf={(code) => subjectAddress(district.code, { of: isTopic ? 'places' : 'topics', code })}
        />
      </>
    ),
  };
}
