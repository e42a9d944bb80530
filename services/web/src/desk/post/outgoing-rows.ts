import type { OutgoingQuery } from '../../generated/graphql.js';
import { fullDate } from '../../parts/dates.js';
import { shortName } from '../../parts/names.js';
import { t } from '../../words/words.js';

/** A letter that was sent; one notice may have had several. */
export type OutgoingEntry = OutgoingQuery['outgoingPost']['nodes'][number] & { readonly id: string };

/** Columns of the register of outgoing post: screen, print and CSV show the same. */
export const outgoingColumns = ['outgoing', 'sentOn', 'addressee', 'appeal', 'kind', 'means', 'track', 'by'] as const;
export type OutgoingColumn = (typeof outgoingColumns)[number];

export function outgoingRow(entry: OutgoingEntry): Readonly<Record<OutgoingColumn, string>> {
  const { kind, body, late, posting } = entry;
  const { means, number, sentOn, track, by } = posting;
  return {
    outgoing: number,
    sentOn: fullDate(sentOn),
    addressee: body ?? t('outgoing.applicant'),
    appeal: numberOf(entry),
    kind: [t(`post.kind${kind}`), ...(late ? [t('outgoing.late')] : [])].join(', '),
    means: t(`post.means${means}`).toLowerCase(),
    track: track ?? '',
    by: by ? shortName(by.name) : '',
  };
}

export function numberOf({ appeal: { number, receipt } }: OutgoingEntry): string {
  return number ?? receipt;
}
