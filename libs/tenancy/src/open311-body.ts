import Type, { type Static } from 'typebox';
import { bodyEndpoint } from './body-endpoint.js';
import type { DistrictFile } from './district-file.js';

const Code = Type.String({ minLength: 1, maxLength: 100 });

/** Of an organisation: where it takes requests by Open311 GeoReport v2, and under which codes (docs/open311.md). */
export const Open311Body = Type.Object(
  {
    /** Up to and with the version: `https://fix.example/open311/v2/`. */
    endpoint: Type.String({ minLength: 1, maxLength: 300 }),
    /** Its jurisdiction_id. */
    jurisdiction: Type.Optional(Code),
    /** The service_code of questions whose topic has none in `services`. */
    service: Type.Optional(Code),
    /** The service_code by the code of the topic. */
    services: Type.Optional(Type.Record(Type.String(), Code)),
    /** The attribute of its services that takes the link of the body's page, and is not published. */
    linkAttribute: Type.Optional(Code),
    /** The attribute of its services that takes our id of the letter. */
    idAttribute: Type.Optional(Code),
    /** Only the body reads what its server is sent: the letter is the same as the e-mail, with the link. */
    closed: Type.Optional(Type.Boolean()),
    /** The server knows the header Idempotency-Key: sent again, it is the same request. */
    idempotent: Type.Optional(Type.Boolean()),
    /** It tells updates of requests, as mySociety's extension has them: what it writes is read there. */
    updates: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type Open311Body = Static<typeof Open311Body>;

export type Open311FaultCode = 'OPEN311_ENDPOINT' | 'OPEN311_WITHOUT_SERVICE' | 'OPEN311_LINK_PUBLIC' | 'CODE_UNKNOWN';

interface Open311Fault {
  readonly code: Open311FaultCode;
  readonly place: string;
  readonly why: string;
  readonly details: Readonly<Record<string, string>>;
}

/** Why questions could not go to the organisations by Open311. */
export function open311Faults(
  { organisations, topics }: Pick<DistrictFile, 'organisations' | 'topics'>,
  allowed: readonly string[],
): readonly Open311Fault[] {
  const known = new Set(topics.map(({ code }) => code));
  return organisations.flatMap(({ open311 }, at) => {
    if (open311 === undefined) return [];
    const place = `/organisations/${at}/open311`;
    const isReached = bodyEndpoint(open311.endpoint, allowed) !== undefined;
    return [
      ...fault(!isReached, 'OPEN311_ENDPOINT', `${place}/endpoint`, 'is no https address of the internet'),
      ...faultsOf(open311, place, known),
    ];
  });
}

function faultsOf(body: Open311Body, place: string, topics: ReadonlySet<string>): readonly Open311Fault[] {
  const { service, services = {}, linkAttribute, closed } = body;
  const unknown = Object.keys(services).filter((topic) => !topics.has(topic));
  const hasService = service !== undefined || Object.keys(services).length > 0;
  return [
    ...fault(!hasService, 'OPEN311_WITHOUT_SERVICE', place, 'it names no service'),
    ...fault(
      linkAttribute === undefined && closed !== true,
      'OPEN311_LINK_PUBLIC',
      place,
      'the link of the page would be published: name its attribute, or say that the server is closed',
    ),
    ...unknown.flatMap((topic) =>
      fault(true, 'CODE_UNKNOWN', `${place}/services/${topic}`, `${topic} is not one of topics`, {
        code: topic,
        list: 'topics',
      }),
    ),
  ];
}

function fault(
  isFound: boolean,
  code: Open311FaultCode,
  place: string,
  why: string,
  details: Open311Fault['details'] = {},
): readonly Open311Fault[] {
  return isFound ? [{ code, place, why, details }] : [];
}
