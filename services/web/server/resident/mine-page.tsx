import type { OwnAppeal, OwnAppeals, PublicDistrict } from '@otklik/contracts/generated/graphql';
import { isAbsent } from './absent.js';
import type { PageContent } from './document.js';
import type { SignInState } from './kind-part.js';
import { isAppeal, wordsFor } from './kind-words.js';
import type { Speech } from './words/index.js';

export interface MinePage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly signIn: SignInState;
  /** Undefined for one who has not signed in. */
  readonly own?: OwnAppeals | undefined;
  /** What was to be opened is not there. */
  readonly isMissing?: boolean;
}

/** All that one who signed in sent to the district by that identity: a press opens each, without its code. */
export function minePage(page: MinePage): PageContent {
  const { say } = page.speech;
  return {
    title: say('mine.title'),
    section: 'check',
    content: (
      <>
        <h1>{say('mine.title')}</h1>
        {page.isMissing ? (
          <p className="note" role="alert">
            {say('mine.missing')}
          </p>
        ) : null}
        {page.own ? <Own {...page} own={page.own} /> : <SignInFirst {...page} />}
      </>
    ),
  };
}

/** With the way back to all of the resident's own, for one who signed in. */
export function withWayBack(page: PageContent, { code }: Pick<PublicDistrict, 'code'>, { say }: Speech): PageContent {
  const content = (
    <>
      <p className="small">
        <a href={`/${code}/mine`}>{say('mine.all')}</a>
      </p>
      {page.content}
    </>
  );
  return { ...page, content };
}

function SignInFirst({ district, speech: { say }, signIn }: MinePage) {
  return (
    <>
      <p className="lead">{say('mine.signInLead', { provider: signIn.provider })}</p>
      <p className="gap">
        <a className="button main" href={`/session/resident/sign-in?to=/${district.code}/mine`}>
          {say('mine.signIn', { provider: signIn.provider })}
        </a>
      </p>
      <p className="gap">
        <a href={`/${district.code}/follow`}>{say('mine.byCode')}</a>
      </p>
    </>
  );
}

function Own({ district, speech, signIn, own }: MinePage & { readonly own: OwnAppeals }) {
  const { say } = speech;
  const name = signIn.signedIn?.name;
  const more = own.total - own.appeals.length;
  return (
    <>
      <p className="lead" translate="no">
        {name === undefined ? say('kind.signedInNameless') : say('mine.of', { name })}
      </p>
      {own.appeals.length === 0 ? (
        <p className="gap">{say('mine.none')}</p>
      ) : (
        <ul className="index">
          {own.appeals.map((appeal) => (
            <Line key={appeal.id} appeal={appeal} district={district} speech={speech} />
          ))}
        </ul>
      )}
      {more > 0 ? <p className="small">{say('mine.more', { count: more })}</p> : null}
      <p className="small gap">
        {`${say('mine.hint')} `}
        <a href={`/${district.code}/follow`}>{say('mine.byCode')}</a>
      </p>
      <div className="buttons gap">
        <a className="button main" href={`/${district.code}/write`}>
          {say('mine.write')}
        </a>
        <form method="post" action={`/${district.code}/mine/leave`}>
          <button className="button">{say('kind.signOut')}</button>
        </form>
      </div>
    </>
  );
}

function Line({
  appeal,
  district,
  speech,
}: Pick<MinePage, 'district' | 'speech'> & {
  readonly appeal: OwnAppeal;
}) {
  const { say, day } = speech;
  const { id, number, receipt, receivedAt, excerpt } = appeal;
  const title = `${say(isAppeal(appeal) ? 'follow.appeal' : 'follow.message', { number: number ?? receipt })} ${say('follow.from', { date: day(receivedAt, district.zone) })}`;
  return (
    <li>
      <form method="post" action={`/${district.code}/mine`}>
        <input type="hidden" name="appeal" defaultValue={id} />
        <button className="link">{title}</button>
      </form>
      <span>{isAbsent(excerpt) ? say('follow.erased') : excerpt}</span>
      <span>
        <b>{stateOf(appeal, district, speech)}</b>
      </span>
    </li>
  );
}

/** What the sender waits for: the answer, its day, or how it ended. */
function stateOf(appeal: OwnAppeal, { zone }: PublicDistrict, speech: Speech): string {
  const { state, questions, answered, answeredOn, dueOn, dueAt } = appeal;
  const { say, shortDay } = speech;
  if (state === 'REGISTERED' && answered > 0 && answered < questions)
    return say('state.ANSWERED.some', { done: answered, count: questions });
  const said = wordsFor(appeal, `state.${state}`, speech) ?? state;
  if (!isAbsent(answeredOn) && answered === questions) return `${said}, ${shortDay(answeredOn, zone)}`;
  if (isAbsent(dueOn)) return said;
  return `${said}. ${say('mine.due', { date: speech.term({ on: dueOn, at: dueAt }, zone) })}`;
}
