import { useEffect } from 'react';
import { useQuery } from 'urql';
import type { OutgoingLetterQuery } from '../../generated/graphql.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { Emblem } from '../../parts/emblem.js';
import { fileNames } from '../../parts/files.js';
import { withHoles } from '../../parts/letter.js';
import { NetworkMessages } from '../../parts/network-messages.js';
import { Paragraphs } from '../../parts/paragraphs.js';
import { useNarrow } from '../../frame/use-narrow.js';
import { NotLoaded } from '../../frame/queue/not-loaded.js';
import { SheetPictures } from '../../parts/drawn-sheets.js';
import { t } from '../../words/words.js';
import type { ApprovalRow, Step } from './approval.js';
import { outgoingLetter } from './approval.queries.js';
import { DraftSheetBar, useDraftSheet } from './draft-sheet.js';
import type { ReadResponse } from './use-read-draft.js';

export type Preview = OutgoingLetterQuery['letterPreview'];

/** The letter of the draft that is read, made by the code that sends it. */
export function useOutgoingLetter(step: Step, row: ApprovalRow, response: ReadResponse | undefined) {
  const { code: district } = useDistrict();
  const text = response?.text ?? undefined;
  const outcome = response?.row.outcome ?? null;
  const attachments = fileNames(response?.files ?? []);
  const [{ data, error, fetching }, reload] = useQuery({
    query: operation(outgoingLetter),
    variables: {
      district,
      question: row.question.id,
      text: text ?? '',
      outcome,
      attachments,
      signing: step === 'TO_SIGN',
    },
    pause: text === undefined,
    requestPolicy: 'cache-first',
  });
  // While another text's is fetched, the former one is not the letter of this draft.
  return {
    preview: fetching ? undefined : data?.letterPreview,
    error,
    again: () => reload({ requestPolicy: 'network-only' }),
  };
}

/** The ways in which it is seen; those of the network first, where it goes there. */
export type OutgoingView = 'THREAD' | 'DIRECT' | 'letter' | 'email' | 'page';

interface LetterProps {
  readonly step: Step;
  readonly row: ApprovalRow;
  readonly view: OutgoingView;
  readonly response: ReadResponse | undefined;
  readonly outgoing: ReturnType<typeof useOutgoingLetter>;
  /** Called once the letter is on the screen. */
  readonly onShown: (preview: Preview) => void;
}

/** As the applicant will see it: the letter, or the answer on the appeal's page. */
export function OutgoingLetter({ step, row, view, response, outgoing, onShown }: LetterProps) {
  const { preview, error, again } = outgoing;
  useEffect(() => {
    if (preview) onShown(preview);
  }, [preview, onShown]);
  if (response?.text === null) return <p>{t('queue.erased')}</p>;
  if (error && !preview) {
    return (
      <>
        <NotLoaded error={error} onAgain={again} />
        <Page page={[response?.text ?? '']} />
      </>
    );
  }
  if (!preview) return <p className="muted">{t('frame.loading')}</p>;
  return (
    <>
      <Warnings warnings={preview.warnings} />
      <Seen step={step} row={row} response={response} view={view} preview={preview} />
    </>
  );
}

type SeenProps = Pick<LetterProps, 'step' | 'row' | 'view' | 'response'> & { readonly preview: Preview };

function Seen({ view, preview, ...draft }: SeenProps) {
  const there = preview.inNetwork.find(({ way }) => way === view);
  if (there) return <NetworkMessages of={there} />;
  if (view === 'page') return <Page page={preview.page} />;
  return view === 'email' ? <Email email={preview.email} /> : <Sheet {...draft} letter={preview.letter} />;
}

type SheetProps = Pick<LetterProps, 'step' | 'row' | 'response'> & Pick<Preview, 'letter'>;

/** The sheet that is kept and sent; until it is drawn, and where it cannot be, the letter by its parts. */
function Sheet({ step, row, response, letter }: SheetProps) {
  const sheet = useDraftSheet(step, row, response);
  // On a phone the sheet is too small to be read.
  const isNarrow = useNarrow();
  const { drawn } = sheet;
  return (
    <>
      <DraftSheetBar sheet={sheet} />
      {drawn && <SheetPictures drawn={drawn} words="approval.sheet" />}
      <div className={drawn && !isNarrow ? 'unseen' : undefined}>
        <Letter letter={letter} />
      </div>
    </>
  );
}

function Email({ email }: Pick<Preview, 'email'>) {
  return (
    <article className="letter" aria-label={t('approval.view_email')}>
      <p className="is-kept">{withHoles(email)}</p>
    </article>
  );
}

function Warnings({ warnings }: Pick<Preview, 'warnings'>) {
  if (warnings.length === 0) return null;
  return (
    <div className="d-warn">
      <p>
        <b className="attn">{t('approval.warnings', { count: warnings.length })}</b>
      </p>
      <ul>
        {warnings.map(({ kind, excerpt }) => (
          <li key={`${kind} ${excerpt}`}>{t(`approval.warning${kind}`, { excerpt })}</li>
        ))}
      </ul>
    </div>
  );
}

function Letter({ letter }: Pick<Preview, 'letter'>) {
  return (
    <article className="letter" aria-label={t('approval.asItLeaves')}>
      <div className="letter-head">
        <Emblem />
        <p>
          <b>{letter.sender}</b>
          {[letter.department, letter.address].filter((part) => part).join(' · ')}
        </p>
      </div>
      <p className="letter-no muted">
        <span>{t('approval.dateOnSigning')}</span>
        <span>{letter.reference}</span>
      </p>
      <p>{letter.greeting}</p>
      {letter.paragraphs.map((paragraph, index) => (
        <p key={index}>{withHoles(paragraph)}</p>
      ))}
      {letter.attachments && <p>{letter.attachments}</p>}
      <p className="letter-sign muted">{[letter.signature, letter.executor].filter((part) => part).join(' · ')}</p>
    </article>
  );
}

function Page({ page }: Pick<Preview, 'page'>) {
  return (
    <article className="letter" aria-label={t('approval.pageAnswer')}>
      <Paragraphs text={page.join('\n')} />
    </article>
  );
}
