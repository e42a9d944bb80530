import { useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useParams, useSearch } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { useGathered, useLive } from '../../frame/use-live.js';
import type { Card, Question } from '../../acts/card.js';
import { t } from '../../words/words.js';
import { AbsentCard } from './absent-card.js';
import { cardChangesDocument, cardDocument } from './card.queries.js';
import { CardSheet } from './card-sheet.js';
import { CardTop } from './card-top.js';
import { NextForm } from './next-form.js';
import { PastCard } from './past-card.js';
import { Reply } from './reply/reply.js';
import './question-card.css';

const CHANGES_GATHERED_MS = 150;

/** The card of an appeal now, or as it was known at the instant that the address names. */
export function QuestionCard() {
  const at = new URLSearchParams(useSearch()).get('at');
  const { appeal } = useParams<{ appeal: string }>();
  // Keyed by the appeal: an opened contact or a half-written text of one card must not stay in the next.
  return at === null ? <PresentCard key={appeal} appeal={appeal} /> : <PastCard key={at} at={at} />;
}

/** The card of an appeal, with the answer to one of its questions beside it. */
function PresentCard({ appeal }: { readonly appeal: string }) {
  const asked = new URLSearchParams(useSearch()).get('question');
  const { code: district } = useDistrict();
  const [consistentWith, setToken] = useState<string>();
  const [{ data, error, fetching }, reload] = useQuery({
    query: operation(cardDocument),
    variables: { district, id: appeal, ...(consistentWith && { consistentWith }) },
    requestPolicy: 'cache-and-network',
  });
  const isRead = useIsRead(consistentWith, fetching);
  const card = useLastCard(data?.appeal);
  useChanges(district, card && numberOf(card), reload);
  if (!card)
    return (
      <AbsentCard
        here={[asked ?? undefined, appeal]}
        loading={fetching}
        failure={error && failureOf(error)}
        onAgain={() => reload({ requestPolicy: 'network-only' })}
      />
    );
  const question = card.row.questions.find(({ id }) => id === asked) ?? card.row.questions[0];
  return (
    <>
      <title>{t('card.pageTitle', { number: numberOf(card) })}</title>
      <CardTop
        here={[question?.id, card.row.id]}
        card={card}
        question={question}
        isRead={isRead}
        onChanged={setToken}
      />
      <main className="card">
        <CardSheet card={card} chosen={question?.id} onChanged={setToken} />
        <Beside card={card} question={question} onChanged={setToken} />
      </main>
    </>
  );
}

/** Whether the card shows what the official's last act made of it; also where it could not be read again. */
function useIsRead(token: string | undefined, fetching: boolean): boolean {
  const [read, setRead] = useState<string>();
  if (!fetching && read !== token) setRead(token);
  return read === token || !fetching;
}

/** The card stays while it is reloaded: another token is another query. */
function useLastCard(loaded: Card | null | undefined): Card | undefined {
  const last = useRef<Card>(undefined);
  if (loaded) last.current = loaded;
  return last.current;
}

function numberOf({ row }: Card): string {
  return row.number ?? row.receipt;
}

/** Loads the card again when something of the appeal has changed. */
function useChanges(
  district: string,
  number: string | undefined,
  reload: (options: { requestPolicy: 'network-only' }) => void,
): void {
  const next = useGathered(() => reload({ requestPolicy: 'network-only' }), CHANGES_GATHERED_MS);
  useLive({
    document: cardChangesDocument,
    of: number,
    variables: () => ({ district, filter: { number: number ?? '' } }),
    next,
  });
}

function Beside(props: {
  readonly card: Card;
  readonly question: Question | undefined;
  readonly onChanged: (consistencyToken: string) => void;
}) {
  const { card, question, onChanged } = props;
  const { zone } = useDistrict();
  if (!question) return <NoReplyYet />;
  return (
    <NextForm key={question.id} scope={{ card, question, zone }} onChanged={onChanged}>
      {question.response ? (
        <Reply key={question.response.id} card={card} question={question} onChanged={onChanged} />
      ) : (
        <NoReplyYet />
      )}
    </NextForm>
  );
}

function NoReplyYet() {
  return (
    <section className="reply">
      <p className="muted">{t('card.noReplyYet')}</p>
    </section>
  );
}
