import { outsideAddress } from '@otklik/kernel';

/**
 * Where a body takes requests, in the check of the district's file and in each call: an address of the internet, or one at an origin
 * that the operator allows. Where the name leads is looked at by each call.
 */
export function bodyEndpoint(endpoint: string, allowed: readonly string[]): URL | undefined {
  const url = outsideAddress(endpoint, allowed);
  return url?.search === '' ? url : undefined;
}
