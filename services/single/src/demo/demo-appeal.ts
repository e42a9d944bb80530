import type { Outcome } from '@otklik/contracts/enumerations';
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
  'RETURNED',
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
  /** Where the answer to a letter on paper goes. */
  readonly address?: { readonly postcode: string; readonly text: string };
  readonly settlement?: string;
  /** In the sender's own words. */
  readonly place?: string;
  /** The sender's identity is verified: an appeal under 59-FZ. */
  readonly identified?: boolean;
  /** Entered by the registrar; a submission of the site form when absent. */
  readonly channel?: 'PAPER' | 'PHONE' | 'RECEPTION';
  /** A picture of `demo/photos`, without its ending. */
  readonly photo?: string;
  /** Moderator's reason, what the approver found wrong, why the executor returns the question, or why it is forwarded. */
  readonly reason?: string;
  /** Name of the appeal that this one duplicates. */
  readonly of?: string;
  readonly answer?: string;
  readonly outcome?: Outcome;
  /** With MEASURES_PROMISED. */
  readonly promiseDays?: number;
  readonly promisedUntil?: string;
  /** The coordinator forwards it there. */
  readonly forwardTo?: { readonly organisation: string } | { readonly district: string };
  /** The answer is published, rated or not: what was asked, without persons. */
  readonly published?: { readonly title: string; readonly matter: string };
  readonly rating?: number;
  readonly comment?: string;
  /** With the rating the resident asks for the answer to be considered again, for this reason. */
  readonly reopening?: string;
}

/** Of our own file; a mistake in it is a defect. */
export async function readDemoAppeals(file: string): Promise<readonly DemoAppeal[]> {
  const { appeals } = parse(await readFile(file, 'utf8')) as { appeals: readonly DemoAppeal[] };
  for (const { name, until } of appeals)
    if (!goals.includes(until)) throw new TypeError(`${name} cannot go until ${until}.`);
  return appeals;
}
