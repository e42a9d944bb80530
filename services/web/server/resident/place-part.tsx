import type { Place, TopicAnswer } from '@otklik/contracts/generated/graphql';
import { coordinates, deviceMap, mapLinks, type MapPoint } from '../map-links.js';
import { isAbsent } from './absent.js';
import type { Speech } from './words/index.js';

interface PlaceProps {
  readonly place: Place | null | undefined;
  readonly speech: Speech;
}

/** Where it is: settlement and words, and the point that was marked on the map. */
export function PlacePart({ place, speech: { say } }: PlaceProps) {
  if (isAbsent(place)) return null;
  const where = [place.settlement?.name, place.text].filter((part) => !isAbsent(part) && part !== '').join(', ');
  return (
    <>
      {where === '' ? null : <p className="small">{say('follow.place', { place: where })}</p>}
      {isAbsent(place.point) ? null : <PointLine point={place.point} say={say} />}
    </>
  );
}

function PointLine({ point, say }: { readonly point: MapPoint; readonly say: Speech['say'] }) {
  return (
    <p className="small">
      {say('follow.point')} <a href={deviceMap(point)}>{coordinates(point)}</a>
      {mapLinks(point).map(({ name, href }) => (
        <span key={name}>
          {' · '}
          <a href={href} rel="noreferrer">
            {name}
          </a>
        </span>
      ))}
    </p>
  );
}

/** What the form asked about the chosen topic, and the answers. */
export function TopicAnswers({ answers }: { readonly answers: readonly TopicAnswer[] }) {
  if (answers.length === 0) return null;
  return (
    <dl className="facts" lang="ru">
      {answers.map(({ question, answer }) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
