import { classifiedName } from '../../parts/classified.js';
import { SourceChip } from '../../parts/network.js';
import { dayMonth, momentIn } from '../../parts/dates.js';
import { column, type Column } from '../../parts/data-table/column.js';
import type { DeadlineWords } from '../../parts/deadline-words.js';
import { listedOnce } from '../../parts/listed-once.js';
import { shortDepartment, shortSettlement, surname } from '../../parts/names.js';
import { OwnPart } from '../../parts/own-part.js';
import { DueFor, Reminder } from '../../parts/reminder.js';
import { t } from '../../words/words.js';
import { dateOf, type ListItem } from './list-item.js';
import type { RowAct } from './row-acts.js';

/** A row as its cells need it; of the file, the item and the zone alone. */
export interface ShownItem {
  readonly item: ListItem;
  readonly zone: string;
  readonly href?: string;
  readonly current?: boolean;
  /** It is no longer of this list. */
  readonly left?: boolean;
  readonly act?: RowAct | undefined;
  readonly deadline?: DeadlineWords | undefined;
}

/** Widths are tracks of the rows' grid; `is-whole`: what always fits is not clipped. */
export function worklistColumns(): readonly Column<ShownItem>[] {
  return [
    column('number', t('worklist.number'), ({ item }) => item.number, {
      cell: ({ item: { id, number, shortNumber }, href, current }) => (
        <a href={href} data-row={id} tabIndex={current ? 0 : -1} aria-label={`${shortNumber}, ${number}`}>
          {shortNumber}
        </a>
      ),
      hideable: false,
      width: '3.25rem',
    }),
    column('date', t('worklist.date'), ({ item, zone }) => dateOf(item, zone), {
      cell: ({ item, zone }) => dayMonth(dateOf(item, zone)),
      sort: true,
      look: 'is-whole muted',
      width: '3.25rem',
    }),
    column('from', t('worklist.from'), ({ item }) => t(`parts.channelLong${item.channel}`), {
      cell: ({ item }) => <SourceChip channel={item.channel} source={item.source} />,
      look: 'is-whole',
      width: '3.375rem',
    }),
    column('gist', t('worklist.gist'), ({ item }) => item.gist, {
      cell: ({ item }) => (
        <>
          <b className="gist">{item.gist ?? t('worklist.noText')}</b>
          <span className="gist-more">
            <DueFor item={item} /> <ByBody item={item} /> <Reminder warning={item.warning} />{' '}
            <OwnPart part={item.ownPart} />
          </span>
          {item.settlement && <span className="muted">{shortSettlement(item.settlement)}</span>}
        </>
      ),
      hideable: false,
      look: 'is-whole gist-line',
      width: 'minmax(0, 1fr)',
    }),
    column('place', t('worklist.place'), ({ item }) => [item.settlement, item.place].filter(Boolean).join(', '), {
      shown: 'file',
      width: '9rem',
    }),
    column('files', t('journal.files'), ({ item: { files } }) => (files > 0 ? files : undefined), {
      csv: false, // Programs read the columns of the file by their places.
      shown: 'file',
      align: 'end',
      width: '4rem',
    }),
    column('topic', t('worklist.topic'), ({ item }) => item.topic?.name, { shown: 'file', width: '9rem' }),
    column('classifier', t('worklist.classifier'), ({ item }) => listedOnce(item.classified.map(({ code }) => code)), {
      shown: 'file',
      tip: ({ item }) => namesOf(item),
      width: '7rem',
    }),
    column('executor', t('worklist.executor'), ({ item }) => item.executor, {
      cell: ({ item }) => (
        <>
          {item.executor && `${surname(item.executor)} `}
          <span className={item.executor ? 'muted of-executor' : 'muted'}>
            {item.department ? shortDepartment(item.department.name) : '—'}
          </span>
        </>
      ),
      width: 'minmax(8.875rem, 0.3fr)',
    }),
    column(
      'acknowledged',
      t('worklist.acknowledged'),
      ({ item: { acknowledgedAt }, zone }) => acknowledgedAt && momentIn(zone, acknowledgedAt),
      {
        csv: false, // Programs read the columns of the file by their places.
        shown: 'file',
        look: 'is-whole muted',
        width: '8rem',
      },
    ),
    column('department', t('worklist.department'), ({ item }) => item.department?.name, {
      shown: 'file',
      width: '9rem',
    }),
    column('stage', t('worklist.stage'), ({ item }) => t(item.stage), {
      // What was done to the row has room for its words: nothing is beside it then.
      cell: ({ item, left, act }) =>
        act?.state === 'done' ? doneWords(act) : left ? t('worklist.left') : stageWords(item),
      look: ({ act }) => (act?.state === 'done' ? 'is-whole' : ''),
      width: '6.625rem',
    }),
    column(
      'result',
      t('worklist.result'),
      ({ item }) => listedOnce(item.results.map((result) => t(`parts.result${result}`))),
      { shown: 'file', width: '8rem' },
    ),
    column('left_', t('worklist.left_'), () => undefined, {
      csv: false, // The term, or what became of the act on the row.
      cell: ({ act, deadline }) => (act ? act.state !== 'done' && t(unfinished[act.state]) : deadlineText(deadline)),
      look: ({ act, deadline }) => (act ? actLook(act) : (deadline?.look ?? '')),
      tip: ({ act }) => act?.message ?? '',
      sort: true,
      width: '9rem',
    }),
    column(
      'dueOn',
      t('worklist.dueOn'),
      ({ item: { dueAt, dueOn }, zone }) => (dueAt ? momentIn(zone, dueAt) : dueOn),
      {
        cell: ({ item: { dueOn } }) => dueOn && dayMonth(dueOn),
        align: 'end',
        look: 'is-whole muted',
        width: '3.625rem',
      },
    ),
    column('classified', t('worklist.classified'), ({ item }) => namesOf(item), { shown: 'file', width: '12rem' }),
    column('sentBy', t('worklist.sentBy'), ({ item: { sentBy } }) => t(`parts.sender${sentBy}`), {
      shown: 'file',
      width: '9rem',
    }),
    column('repeatOf', t('worklist.repeatOf'), ({ item }) => item.repeatOf, { shown: 'file', width: '7rem' }),
  ];
}

/** That the day is the one which the body that sent it on asked for. */
function ByBody({ item: { dueOn, bodyTerm } }: { readonly item: ListItem }) {
  if (bodyTerm === undefined || dueOn !== bodyTerm) return null;
  return <span className="muted">{t('worklist.dueByBody')}</span>;
}

function namesOf({ classified }: ListItem): string {
  return listedOnce(classified.map(classifiedName));
}

/** Of a co-executor: that his part waits for him. */
function stageWords({ ownPart, stage }: ListItem): string {
  return t(ownPart && !ownPart.doneAt ? 'worklist.ownPart' : stage);
}

const unfinished = {
  sending: 'worklist.actSending',
  waiting: 'worklist.actWaiting',
  failed: 'worklist.actFailed',
} as const;

function doneWords({ message }: RowAct): string {
  return message || t('worklist.actDone');
}

function actLook({ state }: RowAct): string {
  return state === 'waiting' || state === 'failed' ? 'attn' : '';
}

function deadlineText(words: DeadlineWords | undefined): string | undefined {
  return words && t(words.id, { count: words.count, time: words.time });
}
