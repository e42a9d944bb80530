import { useQuery } from 'urql';
import { failureOf } from '../frame/failure.js';
import { operation } from '../frame/graphql-client.js';
import { mayUse, useViewer } from '../frame/viewer.js';
import type { FollowedProposalsQuery } from '../generated/graphql.js';
import { fullDate } from '../parts/dates.js';
import { column, type Column } from '../parts/data-table/column.js';
import { DataTable } from '../parts/data-table/data-table.js';
import { Problem } from '../parts/problem.js';
import { t } from '../words/words.js';
import { followedProposalsDocument } from './followed.queries.js';
import { Interval, percent } from './interval.js';

type Kind = FollowedProposalsQuery['followedProposals']['kinds'][number];

/** How often officials chose what past decisions had proposed, as the system counted it. */
export function Followed({ district }: { readonly district: string }) {
  const viewer = useViewer();
  const isAllowed = mayUse(viewer, district, 'followedProposals');
  const [{ data, error }, ask] = useQuery({
    query: operation(followedProposalsDocument),
    variables: { district },
    pause: !isAllowed,
  });
  if (!isAllowed) return null;
  const followed = data?.followedProposals;
  return (
    <section className="d-gap2" aria-labelledby="followed">
      <h2 id="followed">{t('analysis.followed')}</h2>
      <p className="muted">{t('analysis.followedMeans')}</p>
      <Problem problem={error && failureOf(error)} onAgain={() => ask({ requestPolicy: 'network-only' })} />
      {!followed && !error && <p role="status">{t('frame.loading')}</p>}
      {followed && (
        <>
          <div className="d-gap changes-scroll">
            <DataTable
              look="nums"
              columns={columns()}
              rows={followed.kinds.filter((one) => !isReadyText(one))}
              idOf={({ kind }) => kind}
            />
          </div>
          <ul className="d-gap">
            {followed.kinds.filter(isReadyText).map(({ kind, ...counts }) => (
              <li key={kind}>
                {t(`analysis.followed${kind}`)}: {t('analysis.followedTaken', counts)}
              </li>
            ))}
          </ul>
          <p className="muted small d-gap">{t('analysis.followedSince', { date: fullDate(followed.since) })}</p>
        </>
      )}
    </section>
  );
}

/** A text that was put into an answer: something of it is left, and none is the right one. */
const isReadyText = ({ kind }: Kind): boolean => kind === 'SIMILAR_ANSWER' || kind === 'TEMPLATE';

function columns(): readonly Column<Kind>[] {
  return [
    column('kind', t('analysis.followedWhat'), ({ kind }) => t(`analysis.followed${kind}`), { as: 'head' }),
    column('decided', t('analysis.followedDecided'), ({ decided }) => decided, { align: 'end' }),
    column('first', t('analysis.followedFirst'), ({ first, decided }) => percent(first, decided), {
      cell: ({ first, decided }) => <Counted part={first} whole={decided} />,
      align: 'end',
    }),
    column('three', t('analysis.followedThree'), ({ amongThree, decided }) => percent(amongThree, decided), {
      cell: ({ amongThree, decided }) => <Counted part={amongThree} whole={decided} />,
      align: 'end',
    }),
  ];
}

function Counted(props: { readonly part: number; readonly whole: number }) {
  if (props.whole === 0) return <span className="muted">—</span>;
  return (
    <>
      {props.part}: <Interval {...props} least={1} />
    </>
  );
}
