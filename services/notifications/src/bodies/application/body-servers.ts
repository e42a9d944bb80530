import type { Open311Client } from '@otklik/networks';
import type { Open311Body } from '@otklik/tenancy';

/** The server of an organisation that takes requests by Open311. */
export interface BodyServer {
  readonly organisation: string;
  readonly address: Open311Body;
  readonly client: Open311Client;
  /** An administrator has set its key. */
  readonly hasKey: boolean;
}

export abstract class BodyServers {
  /** Undefined for an organisation without one, and where its account is switched off. */
  abstract of(district: number, organisation: string | undefined): BodyServer | undefined;
}

/** The service_code of the topic's questions; undefined: the body takes none of them. */
export function serviceOf(
  { service, services = {} }: Open311Body,
  topic: string | null | undefined,
): string | undefined {
  return (topic ? services[topic] : undefined) ?? service;
}
