import type { ReadActor } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import type { Directory } from '@otklik/tenancy';
import { READER_HEADERS } from '@otklik/web/module';
import type { Identify, Identity } from './identity.js';

/**
 * Identifies the reader of a page whose web process asks on the reader's behalf: by the token that this gateway signed when it
 * forwarded the request for the page, or by a resident's own token beside it. Every other request as `identify`.
 */
export function identifyReaders(identify: Identify, readActor: ReadActor, directory: Directory): Identify {
  return async (authorization, request) => {
    const reader = request?.headers[READER_HEADERS.token];
    if (reader === undefined) return identify(authorization, request);
    const page = await readActor(`Bearer ${String(reader)}`).catch(() => {
      throw new Fault('UNAUTHENTICATED');
    });
    const { [READER_HEADERS.address]: address, [READER_HEADERS.district]: district } = request!.headers;
    const identity = authorization === undefined ? page : await identify(authorization, request);
    if (district !== undefined) demandResidentOf(String(district), identity, directory);
    return { ...identity, via: address === undefined ? {} : { address: String(address) } };
  };
}

/** A resident's token opens the pages of its own district. Throws `Fault`. */
export function demandResidentOf(code: string, { actor }: Identity, directory: Directory): void {
  const isOfDistrict = actor.kind === 'resident' && actor.district === directory.district(code)?.id;
  if (!isOfDistrict) throw new Fault('UNAUTHENTICATED');
}
