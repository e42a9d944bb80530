import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useAddress } from '../../frame/address.js';
import { useDirectory } from '../../frame/directory.js';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { filterOf, searchOf, viewOf, type ListView } from '../../frame/worklist-filter.js';
import { worklistPath } from '../../frame/worklists.js';
import type { QuestionPlacesQuery } from '../../generated/graphql.js';
import { dayIn } from '../../parts/dates.js';
import { Choice } from '../../parts/labelled.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { placesDocument } from './map.queries.js';
import { planOf, type PlanSize } from '../../../server/maps/plan.js';
import { useMapFile, VectorPlan } from './vector-plan.js';
import type { MappedPlace } from '../../parts/vector-map/vector-map.js';
import './map.css';

type Places = QuestionPlacesQuery['questionPlaces'];
type Place = Places['settlements'][number];
type HrefOf = (settlement: string, due?: string) => string;

/** What the map is narrowed by: the same parameters of the address as of the list that each number leads to. */
const dues = ['', 'late', 'today', '3', '7'] as const;

/** Where the questions in work are: a list of settlements, and beside it the district's plan. */
export function DistrictMap() {
  const { code: district, zone } = useDistrict();
  const { topics } = useDirectory();
  const { get, set } = useAddress();
  const view = viewOf(new URLSearchParams({ topic: get('topic'), due: get('due') }));
  const filter = filterOf('IN_WORK', view, dayIn(zone, Date.now()));
  const [{ data, error }, again] = useQuery({ query: operation(placesDocument), variables: { district, filter } });
  const places = data?.questionPlaces;
  const hrefOf: HrefOf = (settlement, due = view.due) =>
    `${worklistPath(district, 'IN_WORK')}?${searchOf({ ...view, settlement, due } satisfies ListView)}`;
  return (
    <main className="board district-map" id="main">
      <section>
        <div className="d-bar">
          <h1>{t('frame.map')}</h1>
          {places && (
            <span className="muted">
              {t('map.total', { count: places.questions, placed: places.questions - places.withoutPlace })}
            </span>
          )}
        </div>
        <div className="d-bar">
          <Choice
            label={t('map.topic')}
            none={t('map.allTopics')}
            of={topics.map(({ code, name }) => [code, name])}
            value={view.topic}
            onValue={(topic) => set({ topic }, { replace: true })}
          />
          <Choice
            label={t('map.term')}
            of={dues.map((due) => [due, t(`worklist.due_${due}`)] as const)}
            value={view.due}
            onValue={(due) => set({ due }, { replace: true })}
          />
        </div>
        <Problem problem={error && failureOf(error)} onAgain={() => again({ requestPolicy: 'network-only' })} />
        {places && <PlaceList places={places} hrefOf={hrefOf} />}
      </section>
      {places && <Plan key={district} places={places.settlements} hrefOf={hrefOf} />}
    </main>
  );
}

function PlaceList({ places, hrefOf }: { readonly places: Places; readonly hrefOf: HrefOf }) {
  const full = places.settlements.filter(({ questions }) => questions > 0);
  return (
    <>
      <ul className="map-list">
        {full.map(({ settlement, questions, overdue }) => (
          <li key={settlement.code}>
            <Link href={hrefOf(settlement.code)}>
              <b className="map-count num">{questions}</b> {settlement.name}
            </Link>
            {overdue > 0 && (
              <Link className="late" href={hrefOf(settlement.code, 'late')}>
                {t('map.overdue', { count: overdue })}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {full.length === 0 && <p>{t('map.nothing')}</p>}
      {places.withoutPlace > 0 && <p className="muted">{t('map.withoutPlace', { count: places.withoutPlace })}</p>}
    </>
  );
}

/** All its lines are in the list, too. Drawn at the size that it has, so that its text is as large as other text. */
function Plan({ places, hrefOf }: { readonly places: readonly Place[]; readonly hrefOf: HrefOf }) {
  const { code: district } = useDistrict();
  const file = useMapFile(district);
  const [isFailed, setFailed] = useState(false);
  const drawn = places.flatMap(({ settlement, questions, overdue }) => {
    const { code, name, point } = settlement;
    return point ? [{ code, name, point, count: questions, marked: overdue }] : [];
  });
  const without = places.length - drawn.length;
  return (
    <section className="map-plan" aria-label={t('map.plan')}>
      {file && !isFailed ? (
        <VectorPlan district={district} file={file} hrefOf={hrefOf} places={drawn} onFailed={() => setFailed(true)} />
      ) : (
        <DrawnPlan drawn={file === undefined ? [] : drawn} hrefOf={hrefOf} />
      )}
      <p className="muted small">
        {captionOf(drawn.length, file && !isFailed ? file.attribution : undefined)}
        {drawn.length > 0 && without > 0 && ` ${t('map.notDrawn', { count: without })}`}
      </p>
    </section>
  );
}

/** Of a vector map whose data it is, as its file says, and nothing where the file does not. */
function captionOf(drawn: number, attribution: string | undefined): string {
  if (attribution !== undefined) return attribution && t('map.vectorDrawn', { attribution });
  return drawn === 0 ? t('map.noPoints') : t('map.drawn');
}

/** Where the district has no vector map. */
function DrawnPlan({ drawn, hrefOf }: { readonly drawn: readonly MappedPlace[]; readonly hrefOf: HrefOf }) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  return (
    <div ref={frame}>
      {size && drawn.length > 0 && (
        <svg viewBox={`0 0 ${size.width} ${size.height}`}>
          {planOf(drawn, size).map(({ place, ...at }) =>
            place.count === 0 ? (
              <g key={place.code}>
                <PlaceMark place={place} at={at} width={size.width} />
              </g>
            ) : (
              <Link key={place.code} href={hrefOf(place.code)}>
                <PlaceMark place={place} at={at} width={size.width} />
              </Link>
            ),
          )}
        </svg>
      )}
    </div>
  );
}

/** Width of a letter at most, as a part of the page's letters. */
const LETTER = 0.56;

/** A circle with its number, and the name on its right; where it has no room there, on its left. */
function PlaceMark(props: {
  readonly place: { readonly name: string; readonly count: number; readonly marked: number };
  readonly at: { readonly x: number; readonly y: number; readonly radius: number };
  readonly width: number;
}) {
  const { place, at, width } = props;
  const { name, count, marked } = place;
  const letter = LETTER * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const isLeft = at.x + at.radius + name.length * letter > width;
  const x = isLeft ? at.x - at.radius - 6 : at.x + at.radius + 6;
  return (
    <>
      <circle cx={at.x} cy={at.y} r={at.radius} />
      {count > 0 && (
        <text className="num" x={at.x} y={at.y} textAnchor="middle" dominantBaseline="central">
          {count}
        </text>
      )}
      <text className="map-name" x={x} y={at.y} textAnchor={isLeft ? 'end' : 'start'} dominantBaseline="central">
        {name}
        {marked > 0 && <tspan className="late">{`, ${t('map.overdue', { count: marked })}`}</tspan>}
      </text>
    </>
  );
}

/** Of the element; undefined until it is laid out. */
function useSize(frame: React.RefObject<HTMLElement | null>): PlanSize | undefined {
  const [size, setSize] = useState<PlanSize>();
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      setSize((held) => (held?.width === width && held.height === height ? held : { width, height }));
    });
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}
