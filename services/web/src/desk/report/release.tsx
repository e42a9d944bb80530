import { useState } from 'react';
import { useQuery } from 'urql';
import { useSender } from '../../frame/command.js';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { newKey } from '../../frame/new-key.js';
import { useMayUse } from '../../frame/viewer.js';
import type { ReviewEditionsQuery } from '../../generated/graphql.js';
import { dayIn, momentIn } from '../../parts/dates.js';
import { Form } from '../../parts/form.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import {
  prepareReviewDocument,
  releaseReviewDocument,
  reviewEditionsDocument,
  takeBackReviewDocument,
} from './release.queries.js';

type Edition = ReviewEditionsQuery['reviewEditions'][number];

interface ReleaseProps {
  readonly period: string;
  /** The last day of the period. */
  readonly to: string;
  /** Sentences that were made of the numbers. */
  readonly text: readonly string[];
}

/** The way of a review to the public pages: its text is edited and prepared by one official, released by another. */
export function Release({ period, to, text }: ReleaseProps) {
  const { code: district, zone } = useDistrict();
  const today = dayIn(zone, Date.now());
  const [{ data, error }, ask] = useQuery({
    query: operation(reviewEditionsDocument),
    variables: { district, period },
  });
  const mayUse = useMayUse();
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  const editions = data?.reviewEditions ?? [];
  return (
    <section className="report-release" aria-labelledby="release">
      <h2 id="release">{t('report.release')}</h2>
      <Problem problem={error && failureOf(error)} onAgain={reload} />
      {to >= today && <p className="muted">{t('report.releaseLater')}</p>}
      {to < today && mayUse('prepareReview') && (
        <Prepare key={editions[0]?.id ?? period} period={period} text={textOf(editions, text)} onDone={reload} />
      )}
      <ul className="report-editions">
        {editions.map((edition) => (
          <Decide key={edition.id} edition={edition} onDone={reload} />
        ))}
      </ul>
    </section>
  );
}

/** Of the edition that waits for its release, else the given one. */
function textOf([newest]: readonly Edition[], text: readonly string[]): readonly string[] {
  return newest?.state === 'PREPARED' ? newest.text : text;
}

function Prepare(props: { readonly period: string; readonly text: readonly string[]; readonly onDone: () => void }) {
  const { period, text, onDone } = props;
  const { code: district } = useDistrict();
  const { send, stateOf, problem } = useSender();
  const [edited, edit] = useState(text.join('\n\n'));
  const prepare = async (): Promise<void> => {
    const paragraphs = edited.split(/\n\s*\n/u).flatMap((one) => one.replace(/\s+/gu, ' ').trim() || []);
    if (await send(prepareReviewDocument, { input: { district, key: newKey(), period, text: paragraphs } })) onDone();
  };
  return (
    <Form className="" onSubmit={() => void prepare()}>
      <Problem problem={problem} />
      <label>
        {t('report.releaseText')}
        <textarea
          className="editor"
          name="text"
          rows={10}
          required
          maxLength={20_000}
          value={edited}
          onChange={({ target }) => edit(target.value)}
        />
      </label>
      <div className="d-bar d-gap2">
        <button type="submit" className="d-button is-main" disabled={stateOf() !== 'idle'}>
          {t('report.prepare')}
        </button>
        <span className="muted">{t('report.prepareMeans')}</span>
      </div>
    </Form>
  );
}

function Decide({ edition, onDone }: { readonly edition: Edition; readonly onDone: () => void }) {
  const { code: district } = useDistrict();
  const mayUse = useMayUse();
  const { send, problem } = useSender();
  const { id, version, state, isOwn } = edition;
  const input = { district, id, expectedVersion: version };
  const release = async (): Promise<void> => {
    if (await send(releaseReviewDocument, { input: { ...input, key: newKey() } })) onDone();
  };
  const takeBack = async (): Promise<void> => {
    if (await send(takeBackReviewDocument, { input: { ...input, key: newKey() } })) onDone();
  };
  const isPrepared = state === 'PREPARED';
  const isOver = state === 'DROPPED' || state === 'TAKEN_BACK';
  return (
    <li>
      <Course edition={edition} />
      <TextToRelease edition={edition} />
      <Problem problem={problem} />
      <div className="d-bar">
        {isPrepared && !isOwn && mayUse('releaseReview') && (
          <button type="button" className="d-button is-main" onClick={() => void release()}>
            {t('report.releaseIt')}
          </button>
        )}
        {isPrepared && isOwn && <span className="muted">{t('report.releaseByOther')}</span>}
        {state === 'RELEASED' && <a href={`/${district}/reviews/${edition.period}`}>{t('report.onSite')}</a>}
        {!isOver && mayUse('takeBackReview') && (
          <button type="button" className="d-link" onClick={() => void takeBack()}>
            {t('report.takeBack')}
          </button>
        )}
      </div>
    </li>
  );
}

/** What the second official releases, as it was prepared. */
function TextToRelease({ edition: { state, isOwn, text } }: { readonly edition: Edition }) {
  return state === 'PREPARED' && !isOwn ? text.map((paragraph, at) => <p key={at}>{paragraph}</p>) : null;
}

/** Who prepared it, what became of it, and by whom. */
function Course({ edition }: { readonly edition: Edition }) {
  const { zone } = useDistrict();
  const { edition: number, state, preparedAt, preparedBy, decidedAt, decidedBy } = edition;
  const nameOf = (one: Edition['preparedBy']): string => one?.name ?? t('report.someone');
  return (
    <p>
      {t('report.edition', { edition: number, at: momentIn(zone, preparedAt), by: nameOf(preparedBy) })}{' '}
      <b>{t(`report.state${state}`)}</b>
      {decidedAt && `, ${momentIn(zone, decidedAt)}, ${nameOf(decidedBy)}`}
    </p>
  );
}
