import type { OwnReception, PublicDistrict } from '@otklik/contracts/generated/graphql';
import { ChallengeField } from './challenge-part.js';
import type { PageContent } from './document.js';
import type { FormError } from './form-values.js';
import { ErrorSummary, pageTitle } from './parts.js';
import { dayOf } from './reception-pages.js';
import type { Speech } from './words/index.js';

interface OwnPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly own: OwnReception;
  readonly code: string;
  readonly errors?: readonly FormError[];
}

/** The visitor's own booking, opened by its code. */
export function ownReceptionPage({ district, speech, own, code, errors = [] }: OwnPage): PageContent {
  const { say } = speech;
  const { state, official, post, place, on, begins, way } = own;
  const day = dayOf(on, speech, district);
  const title = speech.sayIfKnown(`reception.state${state}`) ?? say('reception.own');
  return {
    title: pageTitle(title, errors, speech),
    section: 'start',
    content: (
      <>
        <ErrorSummary errors={errors} speech={speech} />
        <h1>{title}</h1>
        <p className="lead">
          <b>{begins ? say('reception.when', { day, time: begins }) : day}</b>
        </p>
        <p lang="ru">{`${official}, ${post}, ${place}`}</p>
        <p>{speech.sayIfKnown(`reception.way${way}`)}</p>
        {state === 'BOOKED' ? (
          <>
            <p className="gap">
              {`${say('reception.code')}: `}
              <b className="nw">{inGroups(code)}</b>
            </p>
            <p className="small">{say('reception.keep')}</p>
            <p className="small">{say('reception.bring')}</p>
            <form method="post" action={`/${district.code}/reception/${code}`}>
              <ChallengeField errors={errors} speech={speech} />
              <div className="field">
                <button className="button">{say('reception.cancel')}</button>
              </div>
            </form>
          </>
        ) : (
          <p className="gap">
            <a href={`/${district.code}/reception`}>{say('reception.again')}</a>
          </p>
        )}
      </>
    ),
  };
}

function inGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join(' ') ?? code;
}

/** 404: no booking has this code. */
export function noReceptionPage(district: PublicDistrict, { say }: Speech): PageContent {
  return {
    title: say('reception.title'),
    section: 'start',
    content: (
      <>
        <h1>{say('reception.title')}</h1>
        <p className="lead">{say('reception.unknown')}</p>
        <p className="gap">
          <a href={`/${district.code}/reception`}>{say('reception.again')}</a>
        </p>
      </>
    ),
  };
}
