import { randomUUID } from 'node:crypto';
import { Forbidden, openedBy, type PermittedContext, type ConnectionArgs } from '@otklik/host';
import type { Opening, Openings } from '../../application/openings.js';

/** What was saved, with how many rows, and when. */
type Saved = Pick<Opening, 'at' | 'rows' | 'exported' | 'worklist'>;

/** A list is saved as a file: recorded before it is handed out. */
export async function recordExport(
  openings: Openings,
  context: PermittedContext,
  district: number,
  saved: Saved,
): Promise<void> {
  const by = openedBy(context, district);
  if (!by) throw new Forbidden();
  await openings.record(district, { id: randomUUID(), kind: 'EXPORT', ...by, ...saved });
}

/** Whether the first page of what is saved as a file is asked for. */
export function beginsExport(args: ConnectionArgs & { readonly export?: boolean | null | undefined }): boolean {
  return args.export === true && !args.after && !args.before;
}
