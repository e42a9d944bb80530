import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { ReasonDialog } from '../../acts/dialogs/reason-dialog.js';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { client, operation } from '../../frame/graphql-client.js';
import { newKey } from '../../frame/new-key.js';
import { useMayUse } from '../../frame/viewer.js';
import type { SeenWord } from '../../generated/enumerations.js';
import type { HeldNoticesQuery } from '../../generated/graphql.js';
import { column, type Column } from '../../parts/data-table/column.js';
import { DataTable } from '../../parts/data-table/data-table.js';
import { dayIn, fullDate } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { heldNoticesDocument, settleHeldNoticesDocument } from './held-letters.queries.js';

type Held = HeldNoticesQuery['heldNotices'][number];
type District = ReturnType<typeof useDistrict>;

interface Asked {
  readonly word: SeenWord;
  readonly notices: readonly Held[];
  /** What is done with which, in words. */
  readonly act: string;
}

/** What does not leave by itself: after a restore, or without the sheet that goes with it. */
export function HeldLetters() {
  const mayUse = useMayUse();
  return mayUse('heldNotices') ? <HeldOfDistrict maySettle={mayUse('settleHeldNotices')} /> : null;
}

function HeldOfDistrict({ maySettle }: { readonly maySettle: boolean }) {
  const { code: district } = useDistrict();
  const [{ data }, reload] = useQuery({ query: operation(heldNoticesDocument), variables: { district } });
  const { RESTORED = [], NO_PAPER = [] } = Object.groupBy(data?.heldNotices ?? [], ({ reason }) => reason);
  return (
    <>
      <Restored notices={RESTORED} maySettle={maySettle} onSettled={() => reload({ requestPolicy: 'network-only' })} />
      <WithoutSheet notices={NO_PAPER} />
    </>
  );
}

/** They leave by themselves once their sheet is made: there is nothing to decide. */
function WithoutSheet({ notices }: { readonly notices: readonly Held[] }) {
  const of = useDistrict();
  if (notices.length === 0) return null;
  return (
    <section>
      <div className="d-bar d-gap2">
        <h2>{t('overview.heldNoPaper', { count: notices.length })}</h2>
        <span className="muted is-end">{t('overview.heldNoPaperNote')}</span>
      </div>
      <DataTable
        look="nums"
        className="held is-folded"
        columns={noticeColumns(of)}
        rows={notices}
        idOf={({ id }) => id}
      />
    </section>
  );
}

interface RestoredProps {
  readonly notices: readonly Held[];
  readonly maySettle: boolean;
  readonly onSettled: () => void;
}

/** What a restore holds back: an official asks the mail server's operator, and decides for one letter or for all. */
function Restored({ notices, maySettle, onSettled }: RestoredProps) {
  const of = useDistrict();
  const { code: district } = of;
  const [asked, setAsked] = useState<Asked>();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  if (notices.length === 0) return null;
  const ask = (about: Asked): void => {
    setAsked(about);
    setAsking(true);
  };
  const settle = async ({ word, notices: chosen }: Asked, reason: string): Promise<boolean> => {
    setAsking(false);
    const refused = await settled(district, word, chosen, reason);
    setProblem(refused);
    onSettled();
    return refused === undefined;
  };
  return (
    <section>
      <div className="d-bar d-gap2">
        <h2>{t('overview.held', { count: notices.length })}</h2>
        <span className="muted is-end">{t('overview.heldNote')}</span>
      </div>
      {maySettle && <ActsOnAll notices={notices} onAsk={ask} />}
      {problem && (
        <p className="d-warn" role="alert">
          {problem}
        </p>
      )}
      <DataTable
        look="nums"
        className="held is-folded"
        columns={heldColumns(of, (notice) => maySettle && <Acts notices={[notice]} onAsk={ask} />)}
        rows={notices}
        idOf={({ id }) => id}
      />
      {asked && (
        <ReasonDialog
          key={asked.act}
          open={isAsking}
          title={asked.act}
          label={t(`overview.heldReason${asked.word}`)}
          submit={t(`overview.held${asked.word}`)}
          onClose={() => setAsking(false)}
          onSend={(reason) => settle(asked, reason)}
        />
      )}
    </section>
  );
}

function noticeColumns({ code, zone }: District): readonly Column<Held>[] {
  return [
    column('number', t('overview.heldNumber'), ({ number }) => number, {
      cell: ({ appeal, number }) => <Link href={`/desk/${code}/card/${appeal}`}>{number}</Link>,
    }),
    column('kind', t('overview.heldKind'), ({ kind }) => t(`card.noticeKind${kind}`)),
    column('since', t('overview.heldSince'), ({ since }) => fullDate(dayIn(zone, since))),
  ];
}

function heldColumns(of: District, actsOn: (notice: Held) => ReactNode): readonly Column<Held>[] {
  return [
    ...noticeColumns(of),
    column('act', t('overview.heldAct'), () => undefined, {
      cell: (notice) => <span className="held-acts">{actsOn(notice)}</span>,
      isTitleUnseen: true,
      look: 'n',
    }),
  ];
}

interface ActsProps {
  readonly notices: readonly Held[];
  readonly onAsk: (asked: Asked) => void;
}

/** A single letter has its acts in its row. */
function ActsOnAll(props: ActsProps) {
  if (props.notices.length < 2) return null;
  return (
    <p className="held-acts">
      <Acts {...props} />
    </p>
  );
}

/** On one letter, or on all that are listed: then the words say how many. */
function Acts({ notices, onAsk }: ActsProps) {
  const [{ number }] = notices as readonly [Held];
  const count = notices.length;
  return (
    <>
      {(['REPEAT', 'STANDS', 'NEVER'] as const).map((word) => {
        const act = count > 1 ? t(`overview.heldAll${word}`, { count }) : `${number}: ${t(`overview.held${word}`)}`;
        return (
          <button key={word} type="button" className="d-link" onClick={() => onAsk({ word, notices, act })}>
            {count > 1 ? act : t(`overview.held${word}`)}
            {count === 1 && <span className="unseen"> {number}</span>}
          </button>
        );
      })}
    </>
  );
}

/** Answers which stay, and why; undefined when all are settled. */
async function settled(
  district: string,
  word: SeenWord,
  notices: readonly Held[],
  reason: string,
): Promise<string | undefined> {
  const items = notices.map(({ id, version: expectedVersion }) => ({ id, key: newKey(), expectedVersion }));
  const { data, error } = await client
    .mutation(operation(settleHeldNoticesDocument), { input: { district, word, reason, items } })
    .toPromise();
  if (error) return failureOf(error).message || t('parts.noConnection');
  const numberOf = (id: string): string => notices.find((one) => one.id === id)!.number;
  const refused = (data?.settleHeldNotices ?? []).flatMap(({ id, result }) =>
    'message' in result ? [{ number: numberOf(id), message: result.message }] : [],
  );
  if (refused.length === 0) return undefined;
  const byMessage = Map.groupBy(refused, ({ message }) => message);
  return [...byMessage].map(([message, of]) => `${of.map(({ number }) => number).join(', ')}: ${message}`).join(' ');
}
