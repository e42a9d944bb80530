import { useState } from 'react';
import { useQuery } from 'urql';
import { ReasonDialog } from '../../acts/dialogs/reason-dialog.js';
import { useSender, type SendingState } from '../../frame/command.js';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { newKey } from '../../frame/new-key.js';
import { useMayUse } from '../../frame/viewer.js';
import type { ReviewEditionsQuery } from '../../generated/graphql.js';
import { dayIn, momentIn } from '../../parts/dates.js';
import { Form, FormProblem } from '../../parts/form.js';
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
  const [accepted, accept] = useState<Edition>();
  const editions = withAccepted(data?.reviewEditions ?? [], accepted);
  const take = (edition: Edition): void => {
    accept(edition);
    reload();
  };
  return (
    <section className="report-release" aria-labelledby="release">
      <h2 id="release">{t('report.release')}</h2>
      <Problem problem={error && failureOf(error)} onAgain={reload} />
      {to >= today && <p className="muted">{t('report.releaseLater')}</p>}
      {data && to < today && mayUse('prepareReview') && (
        <Prepare period={period} text={textOf(editions, text)} onDone={take} />
      )}
      <ul className="report-editions">
        {editions.map((edition) => (
          <Decide key={edition.id} edition={edition} onDone={take} />
        ))}
      </ul>
    </section>
  );
}

/** What the server answered to the last act is shown at once: the list is read again meanwhile. */
function withAccepted(read: readonly Edition[], accepted: Edition | undefined): readonly Edition[] {
  if (!accepted) return read;
  const same = read.find(({ id }) => id === accepted.id);
  if (!same) return [accepted, ...read];
  return read.map((one) => (one === same && one.version < accepted.version ? accepted : one));
}

/** Of the edition that waits for its release, else the given one. */
function textOf([newest]: readonly Edition[], text: readonly string[]): readonly string[] {
  return newest?.state === 'PREPARED' ? newest.text : text;
}

interface PrepareProps {
  readonly period: string;
  readonly text: readonly string[];
  readonly onDone: (edition: Edition) => void;
}

function Prepare({ period, text, onDone }: PrepareProps) {
  const { code: district } = useDistrict();
  const { send, stateOf, problem } = useSender();
  const [edited, edit] = useState(text.join('\n\n'));
  const [given, give] = useState<{ readonly edition: number; readonly text: string }>();
  const isGiven = given?.text === edited;
  const isBusy = stateOf() !== 'idle';
  const prepare = async (): Promise<void> => {
    if (isGiven || isBusy) return;
    const paragraphs = edited.split(/\n\s*\n/u).flatMap((one) => one.replace(/\s+/gu, ' ').trim() || []);
    const made = await send(prepareReviewDocument, { input: { district, key: newKey(), period, text: paragraphs } });
    if (!made) return;
    give({ edition: made.edition, text: edited });
    onDone(made);
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
        <button type="submit" className="d-button is-main" aria-disabled={isBusy || isGiven}>
          {t('report.prepare')}
        </button>
        <span className="muted" role="status">
          {sendingWords(stateOf(), t('report.sending')) ??
            (isGiven ? t('report.given', { edition: given.edition }) : t('report.prepareMeans'))}
        </span>
      </div>
    </Form>
  );
}

/** Undefined: nothing is on its way. */
function sendingWords(state: SendingState, sending: string): string | undefined {
  if (state === 'idle') return undefined;
  return state === 'waiting' ? t('parts.noConnection') : sending;
}

interface DecideProps {
  readonly edition: Edition;
  readonly onDone: (edition: Edition) => void;
}

function Decide({ edition, onDone }: DecideProps) {
  const { code: district } = useDistrict();
  const { send, stateOf, problem } = useSender();
  const [isAsking, setAsking] = useState(false);
  const input = { district, id: edition.id, expectedVersion: edition.version };
  const isBusy = stateOf() !== 'idle';
  const release = async (): Promise<void> => {
    const released = await send(releaseReviewDocument, { input: { ...input, key: newKey() } });
    if (released) onDone(released);
  };
  const takeBack = async (reason: string): Promise<boolean> => {
    const taken = await send(takeBackReviewDocument, { input: { ...input, key: newKey(), reason } });
    if (!taken) return false;
    setAsking(false);
    onDone(taken);
    return true;
  };
  return (
    <li>
      <Course edition={edition} />
      <TextToRelease edition={edition} />
      {!isAsking && <Problem problem={problem} />}
      <div className="d-bar">
        <Acts
          edition={edition}
          isBusy={isBusy}
          onRelease={() => void release()}
          onTakeBack={() => !isBusy && setAsking(true)}
        />
        <span className="muted" role="status">
          {sendingWords(stateOf(), t('report.deciding'))}
        </span>
      </div>
      <FormProblem value={isAsking ? problem : undefined}>
        <ReasonDialog
          open={isAsking && stateOf() !== 'waiting'}
          name="reason"
          title={t('report.takeBack')}
          label={t('report.takeBackWhy')}
          submit={t('report.takeBack')}
          onClose={() => stateOf() !== 'waiting' && setAsking(false)}
          onSend={takeBack}
        />
      </FormProblem>
    </li>
  );
}

interface ActsProps {
  readonly edition: Edition;
  readonly isBusy: boolean;
  readonly onRelease: () => void;
  readonly onTakeBack: () => void;
}

/** What may be done with the edition. */
function Acts({ edition: { period, state, isOwn }, isBusy, onRelease, onTakeBack }: ActsProps) {
  const { code: district } = useDistrict();
  const mayUse = useMayUse();
  const isOver = state === 'DROPPED' || state === 'TAKEN_BACK';
  return (
    <>
      {state === 'PREPARED' && !isOwn && mayUse('releaseReview') && (
        <button type="button" className="d-button is-main" aria-disabled={isBusy} onClick={onRelease}>
          {t('report.releaseIt')}
        </button>
      )}
      {state === 'PREPARED' && isOwn && <span className="muted">{t('report.releaseByOther')}</span>}
      {state === 'RELEASED' && <a href={`/${district}/reviews/${period}`}>{t('report.onSite')}</a>}
      {!isOver && mayUse('takeBackReview') && (
        <button type="button" className="d-link" onClick={onTakeBack}>
          {t('report.takeBack')}
        </button>
      )}
    </>
  );
}

/** What the second official releases, as it was prepared. */
function TextToRelease({ edition: { state, isOwn, text } }: { readonly edition: Edition }) {
  return state === 'PREPARED' && !isOwn ? text.map((paragraph, at) => <p key={at}>{paragraph}</p>) : null;
}

/** Who prepared it, what became of it, and by whom. */
function Course({ edition }: { readonly edition: Edition }) {
  const { zone } = useDistrict();
  const { edition: number, state, preparedAt, preparedBy, decidedAt, decidedBy, reason } = edition;
  const nameOf = (one: Edition['preparedBy']): string => one?.name ?? t('report.someone');
  return (
    <p>
      {t('report.edition', { edition: number, at: momentIn(zone, preparedAt), by: nameOf(preparedBy) })}{' '}
      <b>{t(`report.state${state}`)}</b>
      {decidedAt && `, ${momentIn(zone, decidedAt)}, ${nameOf(decidedBy)}`}
      {reason && `, ${t('report.reason', { reason })}`}
    </p>
  );
}
