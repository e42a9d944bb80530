import { memo } from 'react';
import { useDistrict } from '../../frame/district.js';
import { SourceChip } from '../../parts/network.js';
import { dayMonth } from '../../parts/dates.js';
import { Deadline } from '../../parts/deadline.js';
import { shortDepartment, shortSettlement, surname } from '../../parts/names.js';
import { DueFor, Reminder } from '../../parts/reminder.js';
import { t } from '../../words/words.js';
import { dateOf } from './list-item.js';
import { useLiveRow, type RowProps } from './worklist-row.js';

/** A row on a phone: one link of three lines. */
export const PhoneRow = memo(function PhoneRow(props: RowProps) {
  const { href, today, left, act } = props;
  const item = useLiveRow(props);
  const { zone } = useDistrict();
  const who = [item.department && shortDepartment(item.department.name), item.executor && surname(item.executor)]
    .filter(Boolean)
    .join(' · ');
  return (
    <tr
      role="row"
      className={left ? 'is-left' : ''}
      style={{ transform: `translateY(${props.top}px)` }}
      aria-rowindex={props.index}
    >
      <td role="cell">
        <a href={href} className="ph-q" data-row={item.id}>
          <span className="ph-line">
            <SourceChip channel={item.channel} source={item.source} />
            <span className="muted num">
              {t('worklist.numberOfDate', { number: item.shortNumber, date: dayMonth(dateOf(item, zone)) })}
            </span>
            <span className="is-end">
              {item.dueOn && <Deadline dueOn={item.dueOn} dueAt={item.dueAt} today={today} />}
            </span>
          </span>
          <b>
            {item.gist ?? t('worklist.noText')}
            {item.settlement && <span className="muted"> {shortSettlement(item.settlement)}</span>}
          </b>
          <span className="ph-line muted">
            <span>{who || t('worklist.noDepartment')}</span>
            <DueFor item={item} />
            <Reminder warning={item.warning} />
            <span className="is-end">{act ? act.message : t(item.stage)}</span>
          </span>
        </a>
      </td>
    </tr>
  );
});
