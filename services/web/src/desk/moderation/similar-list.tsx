import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { useSettled } from '../../parts/use-settled.js';
import { t } from '../../words/words.js';
import { similarAppeals } from './moderation.queries.js';
import { caseName } from './name-of.js';
import type { ModerationRow } from './moderation.js';
import { bestFirst, isJoinable, isProposed, likeness, similarityQuery, type Likeness } from './similar.js';
import type { SimilarRowFragment } from '../../generated/graphql.js';

type Found = SimilarRowFragment;

export interface SimilarOne {
  readonly row: Found;
  readonly like: Likeness;
}

export interface SimilarAppeals {
  readonly found: readonly SimilarOne[];
  /** The one to which the message would be joined. */
  readonly chosen: Found | undefined;
  readonly choose: (id: string) => void;
  readonly typed: string;
  readonly type: (query: string) => void;
  readonly isLoading: boolean;
}

const MAX_SHOWN = 5;
const TYPING_PAUSE_MS = 400;
const SEARCH_FIELD = 'similar-search';

/**
 * Appeals of the district about the same: what is considered under the same post, and what the message's own words, or those
 * that the moderator types, find.
 */
export function useSimilar(
  row: ModerationRow,
  text: string,
  topic: string | undefined,
  underPost: readonly Found[],
): SimilarAppeals {
  const { code: district } = useDistrict();
  const [typed, type] = useState('');
  const [picked, choose] = useState<string>();
  const query = useSettled(typed.trim() === '' ? similarityQuery(text) : typed, TYPING_PAUSE_MS);
  const [{ data, fetching }] = useQuery({
    query: operation(similarAppeals),
    variables: { districts: [district], query },
    pause: query === '',
  });
  const { id, receivedAt, settlement, source } = row;
  const message = { id, receivedAt, settlement: settlement?.code, topic, text, post: postOf(source) };
  const hits = query === '' ? [] : (data?.search.nodes ?? []).map((hit) => hit.row);
  const joinable = differentOf(typed === '' ? [...underPost, ...hits] : hits)
    .map((one) => ({ row: one, candidate: candidateOf(one) }))
    .filter(({ candidate }) => isJoinable(message, candidate))
    .map(({ row: one, candidate }) => ({ row: one, like: likeness(message, candidate) }))
    .filter(({ like }) => typed !== '' || like.place || like.topic || like.words);
  const found = bestFirst(joinable).slice(0, MAX_SHOWN);
  const chosen =
    found.find((one) => one.row.id === picked) ?? found.find(({ row: { state }, like }) => isProposed(state, like));
  return { found, chosen: chosen?.row, choose, typed, type, isLoading: fetching };
}

const differentOf = (rows: readonly Found[]): readonly Found[] => [
  ...new Map(rows.map((one) => [one.id, one])).values(),
];

/** The messages under one post; a dialogue is one person's. */
export function postOf(source: { readonly thread: string; readonly kind: string } | null): string | undefined {
  return source?.kind === 'COMMENT' ? source.thread : undefined;
}

function candidateOf({ id, state, receivedAt, settlement, questions, excerpt, source }: Found) {
  const topics = questions.flatMap(({ topic }) => topic?.code ?? []);
  return { id, state, receivedAt, settlement: settlement?.code, topics, text: excerpt ?? '', post: postOf(source) };
}

/** Puts the cursor into the search for the appeal to join. */
export function findSimilar(): void {
  document.getElementById(SEARCH_FIELD)?.focus();
}

export function Similar({ similar }: { readonly similar: SimilarAppeals }) {
  const { found, typed } = similar;
  return (
    <div className="dup">
      <div className="d-bar">
        <h2>{t('moderation.similar')}</h2>
        <label className="d-field is-end">
          <span className="unseen">{t('moderation.findSimilar')}</span>
          <input
            id={SEARCH_FIELD}
            type="search"
            value={typed}
            placeholder={t('moderation.findPlaceholder')}
            onChange={({ target }) => similar.type(target.value)}
            onKeyDown={({ key }) => key === 'Enter' && chooseFirst(similar)}
          />
        </label>
      </div>
      {found.length === 0 ? (
        <p className="muted" role="status">
          {t(similar.isLoading ? 'frame.loading' : 'moderation.noSimilar')}
        </p>
      ) : (
        <SimilarTable similar={similar} />
      )}
    </div>
  );
}

/** Enter in the search chooses what was found first; the arrows go on from there, and the key of joining joins. */
function chooseFirst({ choose, found }: SimilarAppeals): void {
  const [first] = found;
  if (!first) return;
  choose(first.row.id);
  document.querySelector<HTMLElement>('.pick input')?.focus();
}

function SimilarTable({ similar }: { readonly similar: SimilarAppeals }) {
  const { code: district } = useDistrict();
  return (
    <table className="qs pick">
      <thead>
        <tr>
          <th>
            <span className="unseen">{t('moderation.choose')}</span>
          </th>
          <th>{t('moderation.numberAndState')}</th>
          <th>{t('moderation.gistAndShared')}</th>
        </tr>
      </thead>
      <tbody>
        {similar.found.map(({ row, like }) => {
          const number = caseName(row);
          const isChosen = row.id === similar.chosen?.id;
          return (
            <tr key={row.id} className={isChosen ? 'is-picked' : ''}>
              <td>
                <input
                  type="radio"
                  name="similar"
                  aria-label={t('moderation.join', { number })}
                  checked={isChosen}
                  onChange={() => similar.choose(row.id)}
                />
              </td>
              <td>
                <Link href={`/desk/${district}/card/${row.id}`}>{number}</Link>
                <br />
                {stateWords(row)}
              </td>
              <td>
                <span className="msg-text">{row.excerpt ?? t('queue.erased')}</span>
                <span className="muted">{sharedWords(like)}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function sharedWords({ post, place, street, topic, words, days }: Likeness): string {
  const shared = [
    ...(post ? [t('moderation.sameThread')] : []),
    ...(street ? [t('moderation.sameStreet')] : place && !post ? [t('moderation.samePlace')] : []),
    ...(topic ? [t('moderation.sameTopic')] : []),
    ...(words && !topic ? [t('moderation.sameWords')] : []),
    t('moderation.daysApart', { days }),
  ];
  return t('moderation.sharedIs', { shared: shared.join(', ') });
}

function stateWords({ state, questions }: Found): string {
  const executor = questions.find((one) => one.executor)?.executor?.name;
  return [t(`queue.appeal${state}`), ...(executor ? [executor] : [])].join(', ');
}
