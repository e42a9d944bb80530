import { escapeXml } from '@otklik/kernel';

/** What search engines are not to ask for: the desk and its interfaces. */
const CLOSED = '/desk /analysis /session /oidc /graphql /letters/ /papers/ /open311/ /files/'.split(' ');
/** Of each district: cases, and whatever a code or a link opens. A pattern with a star would close topics whose code begins alike. */
const CLOSED_OF_DISTRICT =
  'follow mine sent lost signed-in body/ v before enough reception/ subscribe unsubscribe/'.split(' ');

/** RFC 9309. `origin`: `https://host`. */
export function robotsText(origin: string, districts: readonly string[]): string {
  const closed = [...CLOSED, ...districts.flatMap((code) => CLOSED_OF_DISTRICT.map((path) => `/${code}/${path}`))];
  // Photos of published answers.
  const photos = districts.map((code) => `Allow: /files/${code}/published/`);
  const lines = [...photos, ...closed.map((path) => `Disallow: ${path}`)];
  return ['User-agent: *', ...lines, '', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n');
}

const HEAD = '<?xml version="1.0" encoding="utf-8"?>';
const SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** The maps of all districts. */
export function siteMapIndex(origin: string, districts: readonly string[]): string {
  const maps = districts.map((code) => `<sitemap>${locationOf(`${origin}/${code}/sitemap.xml`)}</sitemap>`);
  return `${HEAD}<sitemapindex ${SCHEMA}>${maps.join('')}</sitemapindex>`;
}

/** Pages of a district, by their paths. */
export function siteMap(origin: string, paths: readonly string[]): string {
  const urls = paths.map((path) => `<url>${locationOf(`${origin}${path}`)}</url>`);
  return `${HEAD}<urlset ${SCHEMA}>${urls.join('')}</urlset>`;
}

function locationOf(address: string): string {
  return `<loc>${escapeXml(address)}</loc>`;
}
