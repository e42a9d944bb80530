import { Link } from 'wouter';
import { t } from '../../words/words.js';
import type { NumberName, Numbers } from './board-numbers.js';
import { share } from './board-table.js';

type Counted = Numbers & {
  readonly unassigned: number;
  readonly extended: number;
  readonly promised: number;
  readonly promisesMissed: number;
};

/** The district in six numbers; nothing is known of it until they are loaded. */
export function Sums(props: {
  readonly numbers: Counted | undefined;
  readonly hrefOf: (name: NumberName) => string;
  /** The list of promised measures that are waited for. */
  readonly promisesHref: string;
}) {
  const { numbers, hrefOf, promisesHref } = props;
  return (
    <dl className="sums is-six">
      <Sum title={t('overview.keptShare')} href={hrefOf('kept')} value={numbers && keptShare(numbers)}>
        {numbers && <Answers numbers={numbers} hrefOf={hrefOf} />}
      </Sum>
      <Sum
        title={t('overview.sameDayShare')}
        href={hrefOf('sameDay')}
        value={numbers && share(numbers.sameDay, numbers.answered)}
      >
        {numbers && t('overview.sameDayCount', { count: numbers.sameDay })}
      </Sum>
      <Sum title={t('overview.openSum')} href={hrefOf('open')} value={numbers?.open}>
        {numbers && unassigned(numbers)}
      </Sum>
      <Sum title={t('overview.dueTodaySum')} href={hrefOf('dueToday')} value={numbers?.dueToday} />
      <Sum title={t('overview.comingSum')} href={hrefOf('coming')} value={numbers?.coming}>
        <Promises numbers={numbers} href={promisesHref} />
      </Sum>
      <Sum title={t('overview.overdueSum')} href={hrefOf('overdue')} value={numbers?.overdue} isLate />
    </dl>
  );
}

function unassigned({ unassigned: count, extended }: Counted): string {
  const of = t('overview.unassigned', { count });
  return extended > 0 ? `${of}, ${t('overview.extended', { count: extended })}` : of;
}

function Promises({ numbers, href }: { readonly numbers: Counted | undefined; readonly href: string }) {
  if (!numbers?.promised) return null;
  const { promised, promisesMissed } = numbers;
  const missed = promisesMissed > 0 ? `, ${t('overview.promisesMissed', { count: promisesMissed })}` : '';
  return <Link href={href}>{`${t('overview.promised', { count: promised })}${missed}`}</Link>;
}

function keptShare({ kept, late }: Numbers): string {
  return share(kept, kept + late);
}

function Answers({ numbers, hrefOf }: { readonly numbers: Numbers; readonly hrefOf: (name: NumberName) => string }) {
  const { answered, late } = numbers;
  return (
    <>
      <Link href={hrefOf('answered')}>{t('overview.ofAnswers', { count: answered })}</Link>
      {late > 0 && (
        <>
          {', '}
          <Link href={hrefOf('late')}>{t('overview.answeredLate', { count: late })}</Link>
        </>
      )}
    </>
  );
}

function Sum(props: {
  readonly title: string;
  readonly href: string;
  readonly value: number | string | undefined;
  readonly isLate?: boolean;
  readonly children?: React.ReactNode;
}) {
  const { title, href, value, isLate, children } = props;
  return (
    <div>
      <dt className="d-label">{title}</dt>
      <dd className={isLate && value ? 'late' : ''}>
        <Link href={href}>{value ?? '…'}</Link>
      </dd>
      {children && <dd className="sub">{children}</dd>}
    </div>
  );
}
