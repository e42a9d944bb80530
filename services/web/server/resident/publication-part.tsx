import type { ResidentQuestion } from '@otklik/contracts/generated/graphql';
import { randomUUID } from 'node:crypto';
import { isAbsent } from './absent.js';
import type { FollowPage } from './follow-page.js';
import { nameOf } from './question-path.js';

/** The author's consent to the publication of this answer, and its withdrawal; nothing is agreed to beforehand. */
function PublicationPart({ page, question }: { readonly page: FollowPage; readonly question: ResidentQuestion }) {
  const { district, speech } = page;
  const { say } = speech;
  const { publication, id } = question;
  if (!publication) return null;
  const { allowed, publishedAs } = publication;
  return (
    <details className="gap">
      <summary>{say(allowed ? 'publication.given' : 'publication.ask')}</summary>
      <p>{say(allowed ? 'publication.givenLead' : 'publication.lead')}</p>
      {publishedAs ? (
        <p>
          <a href={`/${district.code}/answers/${publishedAs}`}>{say('publication.open')}</a>
        </p>
      ) : null}
      <form method="post" action={`/${district.code}/follow/publication`}>
        <input type="hidden" name="key" defaultValue={randomUUID()} />
        <input type="hidden" name="question" defaultValue={id} />
        <input type="hidden" name="consent" defaultValue={allowed ? 'no' : 'yes'} />
        <div className="field">
          <button className="button">{say(allowed ? 'publication.withdraw' : 'publication.give')}</button>
        </div>
      </form>
    </details>
  );
}

/** Asked after what the sender came for: how it was answered. */
export function Publications(page: FollowPage) {
  const { appeal, speech } = page;
  const asked = appeal.questions.filter(({ publication }) => !isAbsent(publication));
  if (asked.length === 0) return null;
  return (
    <section className="part" id="publication">
      {asked.map((question) => (
        <div key={question.id}>
          {appeal.questions.length > 1 ? <h3>{nameOf(question, speech)}</h3> : null}
          <PublicationPart page={page} question={question} />
        </div>
      ))}
    </section>
  );
}
