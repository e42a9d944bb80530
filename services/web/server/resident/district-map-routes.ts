import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { MapFolder } from '../maps/map-folder.js';
import { openOrNone } from '../maps/map-routes.js';
import { districtMapPage } from './district-map-page.js';
import type { Kept } from './kept-pages.js';
import { mapScript } from './map-script.js';
import type { Pages } from './page-context.js';

const NOTHING_ASKED = { words: '', topic: '', settlement: '', skip: 0 };
const MAX_AT = 1_000;

/** The map of a district for all to read: what is published of its settlements, and nothing of a person. */
export function districtMapRoutes(scope: FastifyInstance, pages: Pages, maps: MapFolder | undefined): void {
  scope.get('/:district/map', (request, reply) => {
    const { at: given } = request.query as Readonly<Record<string, unknown>>;
    const at = typeof given === 'string' ? given.slice(0, MAX_AT).split(',').filter(Boolean) : [];
    // A list of settlements is asked for in many ways: the map that all read is kept beside them.
    const share = at.length === 0 ? 'pages' : 'searches';
    return pages.sendKept(request, reply, () => made(request, pages, { at, maps }), { asked: at, share });
  });
}

async function made(
  request: FastifyRequest,
  pages: Pages,
  { at, maps }: { readonly at: readonly string[]; readonly maps: MapFolder | undefined },
): Promise<Kept> {
  const district = await pages.district(request);
  const context = await pages.ownContext(request);
  const [found, issues, script] = await Promise.all([
    pages.operations.publishedAnswers(context, district.code, NOTHING_ASKED),
    pages.knownIssues(request, district),
    vectorMapScript(district.code, request, maps),
  ]);
  const page = districtMapPage({ district, speech: pages.speech(request), found, issues, at, script });
  return pages.readable(request, page, district);
}

/** Undefined where the district has no file of a map, or none that can be read: the page is whole without it. */
export async function vectorMapScript(
  district: string,
  { log }: Pick<FastifyRequest, 'log'>,
  maps: MapFolder | undefined,
): Promise<string | undefined> {
  try {
    const map = maps && (await openOrNone(maps, district, log));
    await map?.file.close();
    return map && (await mapScript());
  } catch (error) {
    log.warn({ district, why: (error as Error).message }, 'the vector map is not offered');
    return undefined;
  }
}
