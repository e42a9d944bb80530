import { coordinates, deviceMap, mapLinks, type MapPoint as Point } from '../../server/map-links.js';
import { t } from '../words/words.js';

/** Where the applicant marked it: coordinates, which open the device's own map, and links to sites with maps. */
export function MapPoint({ point }: { readonly point: Point | null | undefined }) {
  if (!point) return null;
  return (
    <p className="map-point">
      {t('parts.point')}{' '}
      <a className="num" href={deviceMap(point)}>
        {coordinates(point)}
      </a>
      {mapLinks(point).map(({ name, href }) => (
        <span key={name} className="small">
          {' · '}
          <a href={href} target="_blank" rel="noreferrer">
            {name}
          </a>
        </span>
      ))}
    </p>
  );
}
