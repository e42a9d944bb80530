import { PickBox } from '../../frame/queue/pick-bar.js';
import { noticeNumber } from '../../frame/queue/notice-queue.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import { column, type Column } from '../../parts/data-table/column.js';
import { dayMonth } from '../../parts/dates.js';
import { Deadline } from '../../parts/deadline.js';
import { shortSettlement } from '../../parts/names.js';
import { t } from '../../words/words.js';
import { groupOf, printKey, type LetterGroup } from './letter-groups.js';
import type { PaperRow } from './post.js';

interface Shown {
  readonly queue: Queue<PaperRow>;
  readonly printed: ReadonlySet<string>;
  /** Of those who were opened for the print. */
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
}

/** Of the tray. Names stay closed: an applicant is shown by the settlement, a body by its name. */
export function postColumns({ queue, printed, names, today }: Shown): readonly Column<PaperRow>[] {
  const columns: readonly Column<PaperRow>[] = [
    column('pick', t('post.pick'), () => undefined, {
      isTitleUnseen: true,
      csv: false, // A box to tick.
      width: '2.25rem',
      phone: 'hidden',
      cell: (row) => (row.state === 'PENDING' ? <PickBox queue={queue} row={row} number={outgoingOf(row)} /> : <></>),
    }),
    column('number', t('outgoing.outgoing'), outgoingOf, {
      width: '6rem',
      phone: 'head',
      cell: (row) => (
        <button
          type="button"
          className="d-rowlink msg-open num"
          aria-pressed={queue.current?.id === row.id}
          onClick={() => queue.open(row.id)}
        >
          {outgoingOf(row)}
        </button>
      ),
    }),
    column('to', t('post.to'), ({ addressee }) => t(`post.to${addressee}`), {
      width: '5.5rem',
      look: 'muted',
      phone: 'hidden',
    }),
    column('addressee', t('post.addressee'), addresseeOf, {
      cell: (row) => <b className="gist">{namedIn(names, row)}</b>,
    }),
    column('what', t('post.what'), whatOf, { look: 'muted', width: '22%', tip: whatOf }),
    column('how', t('post.how'), howOf, {
      width: '16%',
      tip: (row) => [howOf(row), row.posting?.track].filter(Boolean).join(', '),
      look: (row) => (row.posting?.after ? 'attn' : ''),
    }),
    column('due', t('post.due'), ({ dueOn }) => dueOn, {
      align: 'end',
      width: '6rem',
      cell: ({ dueOn, dueAt, state }) =>
        state === 'PENDING' && dueOn ? <Deadline dueOn={dueOn} dueAt={dueAt} today={today} /> : <></>,
    }),
  ];
  return columns.map((one) => ({ ...one, look: lookOf(one, printed) }));
}

/** What came back is marked until it is printed again. */
function lookOf(one: Column<PaperRow>, printed: ReadonlySet<string>): (row: PaperRow) => string {
  const own = (row: PaperRow): string => (typeof one.look === 'function' ? one.look(row) : (one.look ?? ''));
  return (row) => (one.id === 'how' && groupOf(row, printed) !== 'RETURNED' ? '' : own(row));
}

export function outgoingOf(row: PaperRow): string {
  return row.outgoing?.number ?? row.posting?.number ?? noticeNumber(row);
}

/** As `addresseeOf`, by name where it was opened for the print. */
export function namedIn(names: ReadonlyMap<string, string>, row: PaperRow): string {
  return names.get(printKey(row)) || addresseeOf(row);
}

export function addresseeOf({ kind, body, question }: PaperRow): string {
  if (body) return body;
  // Its name may be sealed: the letter has it.
  if (kind === 'INFORMING') return t('post.bodySentOn');
  const place = question?.appeal.settlement?.name;
  return place ? t('post.applicantIn', { place: shortSettlement(place) }) : t('post.closed');
}

function whatOf(row: PaperRow): string {
  return `${t(`post.kind${row.kind}`)}, ${noticeNumber(row)}`;
}

/** How it went, or why it waits. */
function howOf({ posting, failed, state }: PaperRow): string {
  const after = posting?.after;
  if (after) return `${t(`post.outcome${after.outcome}`)} ${dayMonth(after.on)}`;
  if (posting && state !== 'PENDING')
    return `${t(`post.means${posting.means}`).toLowerCase()}, ${dayMonth(posting.sentOn)}`;
  const last = failed.at(-1);
  return last ? t(`post.failed${last.way}`) : t('post.byUsual');
}

export function groupHead(group: LetterGroup, count: number) {
  return (
    <>
      {t(`post.group${group}`)}, {count} <span>{t(`post.groupNote${group}`)}</span>
    </>
  );
}
