import type { ServiceName } from '../service.js';

/** Which service a provider belongs to: in `single` all of them share one process. */
export class ServiceIdentity {
  constructor(readonly name: ServiceName) {}
}
