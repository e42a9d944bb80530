import { Link } from 'wouter';
import { usePerson } from '../../frame/person.js';
import type { OutgoingQuery } from '../../generated/graphql.js';
import { column, type Column } from '../../parts/data-table/column.js';
import { fullDate } from '../../parts/dates.js';
import { shortName } from '../../parts/names.js';
import { t } from '../../words/words.js';

/** A letter that was sent; one notice may have had several. */
export type OutgoingEntry = OutgoingQuery['outgoingPost']['nodes'][number] & { readonly id: string };

/** Of the register of outgoing post: screen, print and file have the same. */
export function outgoingColumns(district: string): readonly Column<OutgoingEntry>[] {
  return [
    column('outgoing', t('outgoing.outgoing'), ({ posting }) => posting.number),
    column('sentOn', t('outgoing.sentOn'), ({ posting }) => fullDate(posting.sentOn)),
    column('addressee', t('outgoing.addressee'), ({ body }) => body ?? t('outgoing.applicant'), {
      cell: (entry) => entry.body ?? <Applicant entry={entry} />,
    }),
    column('appeal', t('outgoing.appeal'), numberOf, {
      cell: (entry) => <Link href={`/desk/${district}/card/${entry.appeal.id}`}>{numberOf(entry)}</Link>,
    }),
    column(
      'kind',
      t('outgoing.kind'),
      ({ kind, late }) => `${t(`post.kind${kind}`)}${late ? `, ${t('outgoing.late')}` : ''}`,
    ),
    column('means', t('outgoing.means'), ({ posting }) => t(`post.means${posting.means}`).toLowerCase()),
    column('track', t('outgoing.track'), ({ posting }) => posting.track),
    column('by', t('outgoing.by'), ({ posting: { by } }) => by && shortName(by.name)),
  ];
}

function numberOf({ appeal: { number, receipt } }: OutgoingEntry): string {
  return number ?? receipt;
}

/** Name and address stay closed until they are needed, and open only to who has an act at hand; the opening is recorded. */
function Applicant({ entry }: { readonly entry: OutgoingEntry }) {
  const { posting, appeal, addresseeOpens } = entry;
  const person = usePerson({ appeal: appeal.id }, t('outgoing.reason', { number: posting.number }));
  const { applicant, openedAt, isLoaded, problem } = person;
  if (openedAt === undefined) {
    return (
      <>
        {t('outgoing.applicant')}{' '}
        {addresseeOpens && (
          <button type="button" className="d-link is-act j-open" onClick={person.open}>
            {t('outgoing.open')}
          </button>
        )}
      </>
    );
  }
  if (problem) return <span role="alert">{problem.message || t('parts.noConnection')}</span>;
  if (!isLoaded) return t('frame.loading');
  return [applicant?.name ?? t('post.noName'), applicant?.address].filter(Boolean).join(', ');
}
