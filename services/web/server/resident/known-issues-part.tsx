import type { KnownIssue, PublicDistrict } from '@otklik/contracts/generated/graphql';
import type { Speech } from './words/index.js';

interface KnownIssuesProps {
  readonly district: PublicDistrict;
  readonly issues: readonly KnownIssue[];
  readonly speech: Speech;
  /** Where no form follows: without the words that one may write all the same. */
  readonly isAlone?: boolean;
}

/** So many are open; more would keep the form from those who write of something else. */
const MAX_OPEN = 3;

/** What the administration knows of and works at, by place and topic. */
export function KnownIssues({ issues, isAlone = false, ...page }: KnownIssuesProps) {
  const { say } = page.speech;
  if (issues.length === 0) return null;
  const rest = issues.slice(MAX_OPEN);
  return (
    <section aria-label={say('known.title')}>
      {issues.slice(0, MAX_OPEN).map((issue) => (
        <Issue key={issue.id} issue={issue} {...page} />
      ))}
      {rest.length === 0 ? null : (
        <details className="gap">
          <summary>{say('known.more', { count: rest.length })}</summary>
          {rest.map((issue) => (
            <Issue key={issue.id} issue={issue} {...page} />
          ))}
        </details>
      )}
      {isAlone ? null : <p className="small gap">{say('known.other')}</p>}
    </section>
  );
}

function Issue({
  issue,
  district,
  speech,
}: Omit<KnownIssuesProps, 'issues' | 'isAlone'> & { readonly issue: KnownIssue }) {
  const { say, language, moment } = speech;
  const { title, text, textSah, changedAt, until } = issue;
  const places = placesOf(issue, district, language);
  const where = [...topicsOf(issue, district, language), ...(places.length === 0 ? [say('known.everywhere')] : places)];
  return (
    <article className="keep">
      <h2>{title}</h2>
      <p>{language === 'sah' ? (textSah ?? text) : text}</p>
      <p className="small">
        {where.join(' · ')}
        <br />
        {say('known.times', { changed: moment(changedAt, district.zone), until: moment(until, district.zone) })}
      </p>
    </article>
  );
}

type Named = Pick<PublicDistrict, 'settlements' | 'topics'>;
type Language = Speech['language'];

function topicsOf(issue: KnownIssue, { topics }: Named, language: Language): readonly string[] {
  return topics.filter(({ code }) => issue.topics.includes(code)).map((one) => nameOf(one, language));
}

/** None: the whole district. */
function placesOf(issue: KnownIssue, { settlements }: Named, language: Language): readonly string[] {
  return settlements.filter(({ code }) => issue.settlements.includes(code)).map((one) => nameOf(one, language));
}

function nameOf(
  one: { readonly name: string; readonly nameSah?: string | null | undefined },
  language: Language,
): string {
  return language === 'sah' ? (one.nameSah ?? one.name) : one.name;
}
