import { Link } from 'wouter';
import { usePerson } from '../../frame/person.js';
import type { OutgoingQuery } from '../../generated/graphql.js';
import { column, type Column } from '../../parts/data-table/column.js';
import { dayIn, fullDate } from '../../parts/dates.js';
import { shortName } from '../../parts/names.js';
import { t } from '../../words/words.js';

/** A letter that has a number, whatever its way. */
export type OutgoingEntry = OutgoingQuery['outgoingRegister']['nodes'][number] & { readonly id: string };

/** Of the outgoing register: screen, print and file have the same. */
export function outgoingColumns(district: string, zone: string): readonly Column<OutgoingEntry>[] {
  return [
    column('outgoing', t('outgoing.outgoing'), outgoingNumber),
    column('sentOn', t('outgoing.sentOn'), (entry) => sentOn(entry, zone)),
    column('addressee', t('outgoing.addressee'), ({ notice: { body } }) => body ?? t('outgoing.applicant'), {
      cell: (entry) => entry.notice.body ?? <Applicant entry={entry} />,
    }),
    column('appeal', t('outgoing.appeal'), numberOf, {
      cell: (entry) => <Link href={`/desk/${district}/card/${entry.appeal.id}`}>{numberOf(entry)}</Link>,
    }),
    column(
      'kind',
      t('outgoing.kind'),
      ({ notice: { kind, lateProof } }) => `${t(`post.kind${kind}`)}${lateProof ? `, ${t('outgoing.late')}` : ''}`,
    ),
    column('means', t('outgoing.means'), ({ notice: { way, posting } }) =>
      posting ? t(`post.means${posting.means}`).toLowerCase() : t(`outgoing.way${way}`),
    ),
    column('track', t('outgoing.track'), ({ notice: { posting } }) => posting?.track),
    column('by', t('outgoing.by'), ({ notice: { posting } }) => posting?.by && shortName(posting.by.name)),
    column('on', t('outgoing.on'), ({ notice: { outgoing } }) => outgoing && fullDate(outgoing.on)),
    column('course', t('outgoing.course'), courseOf, { look: ({ course }) => (course === 'RETURNED' ? 'attn' : '') }),
    column('proof', t('outgoing.proof'), proofOf, {
      cell: (entry) => <span className="evidence">{proofOf(entry)}</span>,
    }),
  ];
}

function outgoingNumber({ notice: { outgoing, posting } }: OutgoingEntry): string {
  return outgoing?.number ?? posting?.number ?? '';
}

function sentOn({ notice: { posting, dispatchedAt } }: OutgoingEntry, zone: string): string {
  if (posting) return fullDate(posting.sentOn);
  return dispatchedAt ? fullDate(dayIn(zone, dispatchedAt)) : '';
}

/** How far it has come, and the day of what the post said last. */
function courseOf({ course, notice: { posting } }: OutgoingEntry): string {
  const after = posting?.after;
  return after ? `${t(`post.outcome${after.outcome}`)} ${fullDate(after.on)}` : t(`outgoing.course${course}`);
}

/** What shows it: what the post said last, else what proves the dispatch: of a page and of a talk our own record. */
function proofOf({ notice: { way, proof, posting } }: OutgoingEntry): string {
  if (posting?.after) return t(`post.proof${posting.after.proof}`);
  if (proof && (way === 'PAGE' || way === 'ORAL')) return t(`outgoing.proof${way}`);
  return proof ?? '';
}

function numberOf({ appeal: { number, receipt } }: OutgoingEntry): string {
  return number ?? receipt;
}

/** Name and address stay closed until they are needed, and open only to who has an act at hand; the opening is recorded. */
function Applicant({ entry }: { readonly entry: OutgoingEntry }) {
  const { appeal, addresseeOpens } = entry;
  const person = usePerson({ appeal: appeal.id }, t('outgoing.reason', { number: outgoingNumber(entry) }));
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
