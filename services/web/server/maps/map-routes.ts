import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isHeld } from '../entity-tag.js';
import { byteRange } from './byte-range.js';
import type { MapFolder, OpenMap } from './map-folder.js';
import { WrongMap } from './map-header.js';

/** Asked again each time, and answered without the bytes while the file is the same. */
const CACHED = 'public, no-cache';

interface MapRequest {
  readonly district: string;
}

/** The districts' maps, which say nothing of a person: `/maps/<code>.json` what there is, `/maps/<code>.pmtiles` by pieces. */
export async function mapRoutes(scope: FastifyInstance, folder: MapFolder): Promise<void> {
  scope.addHook('onSend', async (_, reply) => void reply.header('x-content-type-options', 'nosniff'));
  scope.get<{ Params: MapRequest }>('/maps/:district.json', async ({ params, log }, reply) => {
    const map = await openOrNone(folder, params.district, log);
    await map?.file.close();
    void reply.header('cache-control', CACHED);
    return { map: map ? described(map) : null };
  });
  // HEAD, too: Fastify answers it by this route.
  scope.get<{ Params: MapRequest }>('/maps/:district.pmtiles', async (request, reply) => {
    const map = await openOrNone(folder, request.params.district, request.log);
    if (!map) return reply.code(404).type('text/plain; charset=utf-8').send('The district has no map.');
    return sendPiece(request, reply, map);
  });
}

function described({ bounds, minZoom, maxZoom, layers, attribution }: OpenMap) {
  return { bounds, minZoom, maxZoom, layers, attribution };
}

/** A file that was put in by hand and is no map is as if there were none; the log says why. */
export async function openOrNone(
  folder: MapFolder,
  district: string,
  log: FastifyRequest['log'],
): Promise<OpenMap | undefined> {
  try {
    return await folder.open(district);
  } catch (error) {
    if (!(error instanceof WrongMap)) throw error;
    log.warn({ district, why: error.message }, 'the file of the map cannot be shown');
    return undefined;
  }
}

/** RFC 9110, 13.2.2: what the reader holds is compared first, then the piece is chosen. */
async function sendPiece(
  { headers, method }: FastifyRequest,
  reply: FastifyReply,
  map: OpenMap,
): Promise<FastifyReply> {
  const { file, size, tag } = map;
  void reply.headers({ etag: tag, 'accept-ranges': 'bytes', 'cache-control': CACHED });
  const without = async (code: number): Promise<FastifyReply> => {
    await file.close();
    return reply.code(code).send();
  };
  if (isHeld(headers['if-none-match'], tag)) return without(304);
  // A piece of another file is of no use to one who holds pieces of the one before.
  const isOfThis = headers['if-range'] === undefined || headers['if-range'] === tag;
  const range = method === 'GET' && isOfThis ? byteRange(headers.range, size) : undefined;
  if (range === 'beyond') {
    void reply.header('content-range', `bytes */${size}`);
    return without(416);
  }
  const { from, to } = range ?? { from: 0, to: size - 1 };
  void reply.type('application/vnd.pmtiles').header('content-length', to - from + 1);
  if (range) void reply.code(206).header('content-range', `bytes ${from}-${to}/${size}`);
  if (method === 'HEAD') {
    await file.close();
    // A stream: Fastify keeps the length that is set.
    return reply.send(Readable.from([]));
  }
  return reply.send(file.createReadStream({ start: from, end: to }));
}
