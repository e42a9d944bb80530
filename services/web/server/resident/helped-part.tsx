import type { MarkedAnswer, PublicDistrict, PublishedAnswer } from '@otklik/contracts/generated/graphql';
import type { PageContent } from './document.js';
import type { Speech } from './words/index.js';

interface HelpedProps {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly answer: PublishedAnswer;
}

/** Whether the answer helped: two buttons that need no script, and what others marked. */
export function Helped({ district, speech: { say }, answer: { id, ...sum } }: HelpedProps) {
  return (
    <section className="part">
      <h2>{say('helped.title')}</h2>
      <form method="post" action={`/${district.code}/answers/${id}/helped`} className="buttons">
        <button className="button" name="helped" value="yes">
          {say('helped.yes')}
        </button>
        <button className="button" name="helped" value="no">
          {say('helped.no')}
        </button>
      </form>
      <p className="small">{say('helped.hint')}</p>
      <HelpedSum speech={{ say }} sum={sum} />
    </section>
  );
}

interface SumProps {
  readonly speech: Pick<Speech, 'say'>;
  readonly sum: Pick<MarkedAnswer, 'helped' | 'notHelped'>;
}

export function HelpedSum({ speech: { say }, sum: { helped, notHelped } }: SumProps) {
  return helped + notHelped === 0 ? null : <p>{say('helped.sum', { helped, notHelped })}</p>;
}

/** After the mark. */
export function markedPage({ district, speech, answer }: HelpedProps, isCounted: boolean): PageContent {
  const { say } = speech;
  const title = say(isCounted ? 'helped.thanks' : 'helped.again');
  return {
    title,
    section: 'answers',
    content: (
      <>
        <h1>{title}</h1>
        <p className="lead">{say(isCounted ? 'helped.hint' : 'helped.againLead')}</p>
        <HelpedSum speech={speech} sum={answer} />
        <p className="gap">
          <a href={`/${district.code}/answers/${answer.id}`}>{answer.title}</a>
        </p>
        <p>
          <a href={`/${district.code}/answers`}>{say('answers.back')}</a>
        </p>
      </>
    ),
  };
}
