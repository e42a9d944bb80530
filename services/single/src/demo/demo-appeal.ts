import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** How far an appeal of the demonstration world goes. */
export const goals = [
  'RECEIVED',
  'SPAM',
  'DUPLICATE',
  'WITHDRAWN',
  'TAKEN_UP',
  'ROUTED',
  'IN_WORK',
  'DRAFTED',
  'SENT_BACK',
  'APPROVED',
  'ANSWERED',
  'RATED',
] as const;
export type Goal = (typeof goals)[number];

export interface DemoAppeal {
  /** The appeal's key derives from it. */
  readonly name: string;
  readonly district: string;
  readonly until: Goal;
  readonly text: string;
  readonly from?: string;
  readonly contact?: string;
  readonly settlement?: string;
  /** The sender's identity is verified: an appeal under 59-FZ. */
  readonly identified?: boolean;
  /** Moderator's reason, or what the approver found wrong. */
  readonly reason?: string;
  /** Name of the appeal that this one duplicates. */
  readonly of?: string;
  readonly answer?: string;
  readonly rating?: number;
  readonly comment?: string;
}

/** Of our own file; a mistake in it is a defect. */
export async function readDemoAppeals(file: string): Promise<readonly DemoAppeal[]> {
  const { appeals } = parse(await readFile(file, 'utf8')) as { appeals: readonly DemoAppeal[] };
  for (const { name, until } of appeals)
    if (!goals.includes(until)) throw new TypeError(`${name} cannot go until ${until}.`);
  return appeals;
}
