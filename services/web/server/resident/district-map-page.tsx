import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import { isAbsent } from './absent.js';
import { DistrictPlan, planStyle } from './district-plan.js';
import type { PageContent } from './document.js';
import { KnownIssues } from './known-issues-part.js';
import { answersAddress } from './public-answers-pages.js';
import { publicPlaces, type PublicPlace, type PublishedInDistrict } from './public-places.js';
import { subjectAddress } from './subject-address.js';
import type { Speech } from './words/index.js';

export interface DistrictMapPage extends PublishedInDistrict {
  /** Codes of settlements that alone are asked for: what one number of the map joins. Empty: all. */
  readonly at: readonly string[];
  /** Address of the script that draws the vector map; undefined where the district has no file of it. */
  readonly script: string | undefined;
}

/** Where it was answered and what is known now: settlements alone, on a drawn plan and in words; no script is needed. */
export function districtMapPage(page: DistrictMapPage): PageContent {
  const { district, speech, at, script } = page;
  const { say } = speech;
  const all = publicPlaces(page);
  const chosen = all.filter(({ code }) => at.includes(code));
  const isWhole = chosen.length === 0;
  return {
    title: say('map.title'),
    section: 'answers',
    own: { style: planStyle, module: isWhole ? script : undefined },
    content: (
      <>
        {isWhole ? null : (
          <p>
            <a href={`/${district.code}/map`}>{say('map.whole')}</a>
          </p>
        )}
        <h1>{say(isWhole ? 'map.title' : 'map.chosen')}</h1>
        {isWhole ? <p className="lead">{say('map.lead')}</p> : null}
        {isWhole ? <Plan {...page} places={all} /> : null}
        <Places {...page} places={isWhole ? all : chosen} isWhole={isWhole} />
      </>
    ),
  };
}

type PlacesProps = DistrictMapPage & { readonly places: readonly PublicPlace[] };

/** The drawn plan, and where the district has a file, the button by which a script shows the vector map in its stead. */
function Plan({ district, speech, places, script }: PlacesProps) {
  const { say } = speech;
  const drawn = places.flatMap(({ point, ...place }) => (isAbsent(point) ? [] : [{ ...place, point }]));
  if (drawn.length === 0) return null;
  return (
    <section className="part" aria-label={say('map.plan')}>
      <div id="plan">
        <DistrictPlan district={district.code} places={drawn} speech={speech} />
        <p className="small">{say('map.caption')}</p>
      </div>
      {script === undefined ? null : (
        <>
          <div
            id="map"
            className="map-vector"
            hidden
            data-district={district.code}
            data-title={say('map.title')}
            data-in={say('map.zoomIn')}
            data-out={say('map.zoomOut')}
            data-place={say('map.place', { place: '{place}', answers: '{answers}', issues: '{issues}' })}
            data-source={say('map.source', { source: '{source}' })}
          />
          <p id="map-source" className="small" hidden />
          <p id="map-failed" className="note" role="status" hidden>
            {say('map.failed')}
          </p>
          <button id="map-show" type="button" className="button" hidden data-plan={say('map.showPlan')}>
            {say('map.show')}
          </button>
        </>
      )}
    </section>
  );
}

/** The same in words, each number beside the page that lists it. */
function Places({ district, speech, found, issues, places, isWhole }: PlacesProps & { readonly isWhole: boolean }) {
  const { say } = speech;
  const full = places.filter((place) => place.answers > 0 || place.issues.length > 0);
  const quiet = places.filter((place) => !full.includes(place));
  const answers = full.reduce((sum, place) => sum + place.answers, 0);
  const known = isWhole ? issues : issues.filter((one) => full.some((place) => place.issues.includes(one)));
  const everywhere = known.filter(({ settlements }) => settlements.length === 0);
  return (
    <>
      <section className="part">
        <h2>{say('map.list')}</h2>
        <p>
          {say('map.sum', { answers, issues: known.length })}
          {everywhere.length === 0 ? null : ` ${say('map.everywhere', { count: everywhere.length })}`}
        </p>
        <ul className="index" id="places">
          {full.map((place) => (
            <li key={place.code}>
              <PlaceLink district={district} place={place} />
              <span>{wordsOf(place, speech)}</span>
            </li>
          ))}
        </ul>
        {quiet.length === 0 ? null : (
          <p>
            {`${say('map.quiet')} `}
            {quiet.map((place, at) => (
              <span key={place.code}>
                {at === 0 ? null : ', '}
                <PlaceLink district={district} place={place} />
              </span>
            ))}
          </p>
        )}
        {isWhole && found.total > answers ? (
          <p className="small">{say('map.withoutPlace', { count: found.total - answers })}</p>
        ) : null}
        <p>
          <a href={answersAddress(district.code, {})}>{say('start.all', { count: found.total })}</a>
        </p>
      </section>
      {known.length === 0 ? null : (
        <section className="part">
          <KnownIssues district={district} issues={known} speech={speech} isAlone />
        </section>
      )}
    </>
  );
}

function wordsOf({ answers, issues }: PublicPlace, { say }: Speech): string {
  const parts = [
    ...(answers > 0 ? [say('map.answers', { count: answers })] : []),
    ...(issues.length > 0 ? [say('map.issues', { count: issues.length })] : []),
  ];
  return parts.join(' · ');
}

/** The script of the vector map reads from it what it draws. */
function PlaceLink({ district, place }: { readonly district: PublicDistrict; readonly place: PublicPlace }) {
  const { code, name, point, answers, issues } = place;
  return (
    <a
      href={subjectAddress(district.code, { of: 'places', code })}
      data-code={code}
      data-at={isAbsent(point) ? undefined : `${point.latitude},${point.longitude}`}
      data-answers={answers || undefined}
      data-issues={issues.map(({ id }) => id).join(',') || undefined}
    >
      {name}
    </a>
  );
}
