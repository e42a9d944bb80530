import type { FastifyInstance } from 'fastify';
import { sessionRequest } from '../graphql/http.js';
import type { Identify } from '../identity/identity.js';
import type { RefusalRecorder } from './refusals.js';

const FILE_ROUTE = '/files/:district/:id';
const REFUSALS = [403, 404];

/** Records the files that officials requested without a right, before the refusal is sent. */
export function recordFileRefusals(scope: FastifyInstance, refusals: RefusalRecorder, identify: Identify): void {
  scope.addHook('onSend', async (request, { statusCode }) => {
    if (request.routeOptions.url !== FILE_ROUTE || !REFUSALS.includes(statusCode)) return;
    const { actor } = await identify(request.headers.authorization, sessionRequest(request));
    const { district } = request.params as { readonly district: string };
    await refusals.ofFile(actor, district, statusCode === 403);
  });
}
