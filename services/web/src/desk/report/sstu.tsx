import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { useMayUse } from '../../frame/viewer.js';
import type { SstuReportQuery } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import { momentIn } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { monthWords } from './periods.js';
import { groupHref, mendHref } from './report-lists.js';
import { sstuReportDocument } from './report.queries.js';
import { ServerResult } from './server-result.js';
import { useSstuFile } from './use-sstu-file.js';

type Month = SstuReportQuery['sstuReport'];
type Refused = Month['refused'][number];

/** A month as it would be handed in: what would be refused is mended first, then the file is made. */
export function Sstu({ month }: { readonly month: string }) {
  const { code: district } = useDistrict();
  const [{ data, error, fetching }, again] = useQuery({
    query: operation(sstuReportDocument),
    variables: { district, month },
    requestPolicy: 'network-only',
  });
  const check = (): void => again({ requestPolicy: 'network-only' });
  if (error) return <p role="alert">{failureOf(error).message || t('report.notLoaded')}</p>;
  if (!data) return <p role="status">{t('report.checking')}</p>;
  const report = data.sstuReport;
  return (
    <div className="two">
      <div aria-busy={fetching}>
        <Sums report={report} />
        <RefusedTable refused={report.refused} count={report.refusedQuestions} />
      </div>
      <aside>
        <Hand month={month} report={report} check={check} />
        <Groups report={report} />
        <Receipts report={report} check={check} />
      </aside>
    </div>
  );
}

/** Each leads to its list, or to the lists that it is the sum of. */
function Sums({ report }: { readonly report: Month }) {
  const sums = [
    [t('report.appeals'), report.appeals, '', '#groups'],
    [t('report.questions'), report.questions, t('report.leftOut', { count: report.leftOut }), '#groups'],
    [t('report.accepted'), report.accepted, t('report.withSheet', { count: report.withSheet }), ''],
    [t('report.refused'), report.refusedQuestions, t('report.reasonsBelow'), '#refused'],
  ] as const;
  return (
    <dl className="sums">
      {sums.map(([title, value, note, href]) => (
        <div key={title}>
          <dt className="d-label">{title}</dt>
          <dd>{href && value > 0 ? <a href={href}>{value}</a> : value}</dd>
          {note && <dd className="sub">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

function RefusedTable({ refused, count }: { readonly refused: readonly Refused[]; readonly count: number }) {
  return (
    <section id="refused">
      <h2>{t('report.refusedTitle', { count })}</h2>
      {refused.length === 0 ? (
        <p>{t('report.noneRefused')}</p>
      ) : (
        <table className="nums">
          <thead>
            <tr>
              <th scope="col" className="l">
                {t('report.number')}
              </th>
              <th scope="col" className="l">
                {t('report.why')}
              </th>
              <th scope="col" className="l">
                {t('report.mend')}
              </th>
            </tr>
          </thead>
          <tbody>
            {refused.map((one) => (
              <RefusedRow key={one.appeal} refused={one} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function RefusedRow({ refused: { appeal, number, faults } }: { readonly refused: Refused }) {
  const { code: district } = useDistrict();
  return (
    <tr>
      <th scope="row" className="l">
        <Link href={mendHref(district, appeal)}>{number ?? t('report.noNumber')}</Link>
      </th>
      <td className="l">
        {faults.map(({ field, why, question }) => (
          <div key={`${field} ${question ?? ''}`}>{t(`report.why${why}`, { field })}</div>
        ))}
      </td>
      <td className="l">
        {faults.map(({ field, mend, question }) => (
          <div key={`${field} ${question ?? ''}`}>
            {mend === 'CASE' && (
              <Link href={mendHref(district, appeal, { field, question })}>{t('report.mendCASE')}</Link>
            )}
            {mend === 'DISTRICT_FILE' && (
              <Link href={`/desk/${district}/administration/district-file`}>{t('report.mendDISTRICT_FILE')}</Link>
            )}
            {mend === 'MAPPING' && t('report.mendMAPPING')}
          </div>
        ))}
      </td>
    </tr>
  );
}

function Hand(props: { readonly month: string; readonly report: Month; readonly check: () => void }) {
  const { month, report, check } = props;
  const { code: district } = useDistrict();
  const mayUse = useMayUse();
  const [isBusy, setBusy] = useState(false);
  const { said, make } = useSstuFile(district, month, check);
  const press = (): void => {
    setBusy(true);
    void make().finally(() => setBusy(false));
  };
  return (
    <section>
      <h2>{t('report.packet', { month: monthWords(month) })}</h2>
      {mayUse('sstuFile') ? (
        <>
          <Button look="main" keys="Control+Enter" disabled={isBusy || report.accepted === 0} onPress={press}>
            {t('report.make', { count: report.accepted })}
          </Button>
          <p className="muted">{t('report.namesOpened')}</p>
        </>
      ) : (
        <p className="muted">{t('report.othersMake')}</p>
      )}
      <p role="status">{said}</p>
      <Button disabled={isBusy} onPress={check}>
        {t('report.checkAgain')}
      </Button>
      {report.changed !== null && <p>{t('report.changed', { count: report.changed })}</p>}
    </section>
  );
}

function Groups({ report: { groups, ...days } }: { readonly report: Month }) {
  const { code: district } = useDistrict();
  const shown = (code: string, of: 'APPEALS' | 'QUESTIONS', count: number) => {
    const href = count > 0 ? groupHref(district, { code, of }, days) : undefined;
    return <td className="n">{href ? <Link href={href}>{count}</Link> : count}</td>;
  };
  return (
    <section id="groups">
      <table className="nums">
        <caption>{t('report.groups')}</caption>
        <thead>
          <tr>
            <th scope="col" className="l">
              {t('report.group')}
            </th>
            <th scope="col" className="n">
              {t('report.appeals')}
            </th>
            <th scope="col" className="n">
              {t('report.questions')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ code, appeals, questions }) => (
            <tr key={code}>
              <th scope="row" className="l">
                {t(`report.group${code}`)}
              </th>
              {shown(code, 'APPEALS', appeals)}
              {shown(code, 'QUESTIONS', questions)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Receipts({ report: { receipts }, check }: { readonly report: Month; readonly check: () => void }) {
  const { zone } = useDistrict();
  if (receipts.length === 0) return null;
  return (
    <section>
      <h2>{t('report.receipts')}</h2>
      <ul className="report-receipts">
        {receipts.map((receipt) => (
          <li key={receipt.id}>
            <b>{monthWords(receipt.month)}</b>, {t('report.receiptQuestions', { count: receipt.questions })}
            <div>
              {momentIn(zone, receipt.at)}, {receipt.official?.name ?? t('report.operator')}
            </div>
            {receipt.sha256.length === 0 ? (
              <div>{t('report.brokenOff')}</div>
            ) : (
              receipt.sha256.map((sum) => <code key={sum}>{sum}</code>)
            )}
            <ServerResult receipt={receipt} onRecorded={check} />
          </li>
        ))}
      </ul>
    </section>
  );
}
