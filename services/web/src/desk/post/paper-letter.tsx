import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import type { Acts } from '../../frame/acts.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { failureOf } from '../../frame/failure.js';
import { Button } from '../../parts/button.js';
import { Letter } from '../../parts/letter.js';
import { Problem } from '../../parts/problem.js';
import { ItemHead } from '../../parts/queue/item-head.js';
import { noticeNumber, NoticeTerm } from '../../parts/queue/notice-queue.js';
import type { Queue } from '../../parts/queue/use-queue.js';
import { t } from '../../words/words.js';
import { usePerson, type CalledPerson } from '../calls/person.js';
import { letterToPost, recordPosting } from './post.queries.js';
import type { PaperRow } from './post.js';
import { PostingForm, type PostingFields } from './posting-form.js';

interface PaperLetterProps {
  readonly row: PaperRow;
  readonly queue: Queue<PaperRow>;
  readonly acts: Acts;
}

/** The letter as it is printed, its envelope, and the record in the register of outgoing post. */
export function PaperLetter({ row, queue, acts }: PaperLetterProps) {
  const { code: district } = useDistrict();
  const number = noticeNumber(row);
  const person = usePerson(row, t('post.reason', { number }));
  const record = (fields: PostingFields): void => {
    const variables = (key: string) => ({
      input: { district, id: row.id, key, expectedVersion: row.version, ...fields },
    });
    const done = t('post.done', { number: fields.number });
    acts.put({ item: row.id, label: number, done, document: recordPosting, variables });
    queue.pass(row.id);
  };
  const recorded = acts.all.filter(({ state }) => state.is === 'DONE').length;
  const isOver = queue.isGone || !row.allowedActions.includes('RECORD_POSTING');
  return (
    <section className="thread" aria-label={t('post.letter', { number })}>
      <div className="talk">
        <ItemHead title={t('post.letter', { number })} appeal={row.appeal} gone={queue.isGone && t('post.gone')} />
        <Addressee row={row} person={person} number={number} />
        {person.openedAt !== undefined && <Printed id={row.id} person={person} />}
      </div>
      <Aside row={row}>{!isOver && <PostingForm recorded={recorded} onRecord={record} />}</Aside>
    </section>
  );
}

/** Name and address, opened for this letter alone; the opening is recorded. */
function Addressee(props: { readonly row: PaperRow; readonly person: CalledPerson; readonly number: string }) {
  const { row, person, number } = props;
  const { applicant, openedAt } = person;
  if (openedAt === undefined) {
    return (
      <div className="phone">
        <Button keys="KeyO" onPress={person.open}>
          {t('post.open')}
        </Button>
        <span className="muted">{t('calls.willBeRecorded')}</span>
      </div>
    );
  }
  if (person.problem) return <Problem problem={person.problem} onAgain={person.open} />;
  if (!person.isLoaded) return <p className="muted">{t('frame.loading')}</p>;
  if (row.kind === 'COVERING') return <Body id={row.id} number={number} />;
  return applicant ? <Envelope applicant={applicant} number={number} /> : <p className="attn">{t('post.noAddress')}</p>;
}

function Envelope({
  applicant: { name, address, phone, contact },
  number,
}: {
  readonly applicant: NonNullable<CalledPerson['applicant']>;
  readonly number: string;
}) {
  const telephone = address ? undefined : (phone ?? contact);
  return (
    <address className="envelope">
      <b>{name ?? t('post.noName')}</b>
      <span>{address ?? t('post.noAddress')}</span>
      {telephone && <span className="muted">{t('post.askAddress', { telephone })}</span>}
      <span className="muted not-printed">{t('post.opened', { number })}</span>
    </address>
  );
}

/** A covering letter goes to the body, and never to the applicant. */
function Body({ id, number }: { readonly id: string; readonly number: string }) {
  const { code: district } = useDistrict();
  const [{ data }] = useQuery({ query: operation(letterToPost), variables: { district, id } });
  return (
    <address className="envelope">
      <b>{data?.letterToPost.addressee}</b>
      <span className="muted not-printed">{t('post.openedForBody', { number })}</span>
    </address>
  );
}

function Printed({ id, person }: { readonly id: string; readonly person: CalledPerson }) {
  const { code: district } = useDistrict();
  const [{ data, error }, again] = useQuery({
    query: operation(letterToPost),
    variables: { district, id },
    requestPolicy: 'cache-and-network',
  });
  if (error) return <Problem problem={failureOf(error)} onAgain={() => again({ requestPolicy: 'network-only' })} />;
  if (!data) return <p className="muted">{t('frame.loading')}</p>;
  return (
    <>
      <Letter letter={data.letterToPost} label={t('post.asPrinted')} />
      <div className="d-bar not-printed">
        <Button keys="KeyP" disabled={!person.isLoaded} onPress={() => globalThis.print()}>
          {t('post.print')}
        </Button>
      </div>
    </>
  );
}

function Aside({ row, children }: { readonly row: PaperRow; readonly children: ReactNode }) {
  return (
    <aside className="decide" aria-label={t('post.record')}>
      <NoticeTerm row={row} />
      <p className="muted">{t(row.kind === 'COVERING' ? 'post.whyCovering' : 'post.why')}</p>
      {children}
    </aside>
  );
}
