import { useState } from 'react';
import { useClient } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { failureOf, type Failure } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { useMayUse } from '../../frame/viewer.js';
import type { SstuReportQuery } from '../../generated/graphql.js';
import { momentIn } from '../../parts/dates.js';
import { Form } from '../../parts/form.js';
import { newKey } from '../../frame/new-key.js';
import { t } from '../../words/words.js';
import { recordSstuResultDocument } from './report.queries.js';
import { refusalsIn } from './refusals-in.js';
import { resultFailure } from './result-failure.js';

type Receipt = SstuReportQuery['sstuReport']['receipts'][number];

/** What the server answered to a file that was carried in: it is written down by hand, and each refusal leads to its case. */
export function ServerResult(props: { readonly receipt: Receipt; readonly onRecorded: () => void }) {
  const { receipt, onRecorded } = props;
  const mayUse = useMayUse();
  // What was recorded here is shown at once, while the report is read again.
  const [recorded, setRecorded] = useState<NonNullable<Receipt['result']>>();
  const result = recorded && !(receipt.result && receipt.result.at > recorded.at) ? recorded : receipt.result;
  return (
    <>
      {result && <Answered result={result} />}
      {mayUse('recordSstuResult') && receipt.sha256.length > 0 && (
        <details>
          <summary>{result ? t('report.resultAgain') : t('report.resultRecord')}</summary>
          <ResultForm
            report={receipt.id}
            onRecorded={(answer) => {
              setRecorded(answer ?? undefined);
              onRecorded();
            }}
          />
        </details>
      )}
    </>
  );
}

function Answered({
  result: { at, official, accepted, refused },
}: {
  readonly result: NonNullable<Receipt['result']>;
}) {
  const { code: district, zone } = useDistrict();
  return (
    <div>
      {t('report.resultSums', { accepted, refused: refused.length })}
      <div className="muted">
        {momentIn(zone, at)}
        {official ? `, ${official.name}` : ''}
      </div>
      {refused.length > 0 && (
        <ul>
          {refused.map(({ appeal, number, reason }, at) => (
            <li key={at}>
              <Link href={`/desk/${district}/card/${appeal}`}>{number}</Link>: {reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ResultFormProps {
  readonly report: string;
  readonly onRecorded: (answer: Receipt['result']) => void;
}

function ResultForm({ report, onRecorded }: ResultFormProps) {
  const { code: district } = useDistrict();
  const client = useClient();
  const [said, say] = useState('');
  const [text, write] = useState('');
  const [key, renew] = useState(newKey);
  // The text as it was sent or recorded: until it is another one, there is nothing more to be sent.
  const [sent, setSent] = useState<string>();
  const record = async (): Promise<void> => {
    if (sent === text) return;
    const read = refusalsIn(text);
    if ('wrong' in read) {
      say(wrongLine(read.wrong));
      return;
    }
    setSent(text);
    say(t('report.resultSending'));
    const input = { district, key, report, refused: [...read.refused] };
    const { data, error } = await client.mutation(operation(recordSstuResultDocument), { input }).toPromise();
    const answer = data?.recordSstuResult;
    if (answer?.__typename === 'SstuReceipt') {
      say(t('report.resultKept'));
      onRecorded(answer.result);
      return;
    }
    setSent(undefined);
    const failure: Failure = answer ?? (error ? failureOf(error) : { code: 'NETWORK', message: '' });
    // Where no answer came it may be on record: the next attempt is the same act. A field is named of bad input alone.
    if (answer || failure.field !== undefined) renew(newKey());
    say(resultFailure(failure, read.refused));
  };
  return (
    <Form onSubmit={() => void record()}>
      <label>
        {t('report.resultLines')}
        <textarea
          className="d-field"
          rows={4}
          value={text}
          onChange={({ currentTarget }) => {
            write(currentTarget.value);
            renew(newKey());
          }}
        />
      </label>
      <label>
        {t('report.resultFile')}
        <input
          type="file"
          accept=".json,.txt,.csv"
          onChange={({ currentTarget }) => {
            void currentTarget.files?.[0]?.text().then((content) => {
              write(content);
              renew(newKey());
            });
          }}
        />
      </label>
      <p role="status">{said}</p>
      <button type="submit" className="d-button" aria-disabled={sent === text}>
        {t('report.resultSave')}
      </button>
    </Form>
  );
}

function wrongLine(line: string): string {
  return line === '' ? t('report.resultMalformed') : t('report.resultLine', { line });
}
