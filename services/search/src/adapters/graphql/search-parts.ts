import { NotFound, type PermittedContext, type ServiceResources } from '@otklik/host';
import type { District } from '@otklik/tenancy';
import type { RegisterChanges } from '../postgres/register-changes.js';
import type { RegisterReader } from '../postgres/register-reader.js';

/** What the resolvers work with. */
export interface SearchParts extends Pick<ServiceResources, 'directory' | 'vault' | 'now' | 'logger'> {
  readonly reader: RegisterReader;
  readonly changes: RegisterChanges;
  /** Key of cursors. */
  readonly cursorKey: Buffer;
}

/** The district that the field was permitted for. */
export function districtOf({ district }: PermittedContext): District {
  if (!district) throw new NotFound();
  return district;
}
