import { letterFileName } from '@otklik/kernel/letter-file-name';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import type { Commands } from '../../frame/use-outbox.js';
import { useAsOpened } from '../../frame/as-opened.js';
import { recordLetterOutcome, recordPosting } from '../../acts/notice.js';
import { LetterSignature } from '../../acts/signature.js';
import { usePut } from '../../acts/use-put.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import { useDistrict } from '../../frame/district.js';
import type { LetterToPrint, PrintedLetterFragment } from '../../generated/graphql.js';
import { operation } from '../../frame/graphql-client.js';
import { failureOf } from '../../frame/failure.js';
import { Button } from '../../parts/button.js';
import { fullDate } from '../../parts/dates.js';
import { LabelledLine } from '../../parts/labelled.js';
import { Letter } from '../../parts/letter.js';
import { Problem } from '../../parts/problem.js';
import { noticeNumber, NoticeTerm } from '../../frame/queue/notice-queue.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import { t } from '../../words/words.js';
import { usePerson, type CalledPerson } from '../../frame/person.js';
import { letterToPost } from './post.queries.js';
import type { PaperRow } from './post.js';
import { Left, OutcomeForm } from './outcome-form.js';
import { sheetPath } from './sheet-path.js';
import { useSheet } from './use-sheet.js';
import { PostingForm, type PostingFields } from './posting-form.js';

interface PaperLetterProps {
  readonly row: PaperRow;
  readonly queue: Queue<PaperRow>;
  readonly commands: Commands;
  /** The lists are read again. */
  readonly onChanged: () => void;
  /** What became of it was recorded. */
  readonly onRecorded: () => void;
}

/** The letter beside the tray: whom it goes to, its sheets, and the record that it left or what became of it. */
export function PaperLetter({ row, queue, commands, onChanged, onRecorded }: PaperLetterProps) {
  const number = noticeNumber(row);
  const { held, renew } = useAsOpened(row, true);
  return (
    <aside className="peek" aria-label={t('post.letter', { number })}>
      <Head row={row} number={number} />
      {queue.isGone ? (
        <p className="attn">{t('post.gone')}</p>
      ) : (
        <ChangedBehind held={[held]} live={[row]} onRenew={renew} />
      )}
      <Left row={row} />
      {row.state === 'PENDING' && (
        <Waiting row={row} held={held} queue={queue} commands={commands} onChanged={onChanged} />
      )}
      {!queue.isGone && recordLetterOutcome.offers(row).length > 0 && (
        <OutcomeForm row={row} commands={commands} onRecorded={onRecorded} />
      )}
    </aside>
  );
}

/** What is still to be sent: opened, printed, recorded. `held`: as it was when it was opened. */
function Waiting({
  row,
  held,
  queue,
  commands,
  onChanged,
}: Omit<PaperLetterProps, 'onRecorded'> & { readonly held: PaperRow }) {
  const put = usePut(commands);
  const number = noticeNumber(row);
  const person = usePerson(row, t('post.reason', { number }));
  const isOpen = isRequest(row) || person.openedAt !== undefined;
  const letter = usePrinted(row.id, isOpen);
  const record = (fields: PostingFields): void => {
    put(recordPosting, held, number, fields);
    queue.pass(row.id);
  };
  return (
    <>
      <Addressee row={row} person={person} letter={letter} number={number} />
      {isOpen && <Printed row={row} person={person} />}
      <Papers id={row.id} />
      <LetterSignature letter={row} onChanged={onChanged} />
      {!queue.isGone && recordPosting.offers(row).length > 0 && (
        <PostingForm
          own={row.outgoing?.number}
          recorded={commands.all.filter(({ state }) => state.is === 'DONE').length}
          lacksAddress={isUnaddressed(row, person, letter)}
          onRecord={record}
        />
      )}
      <Term row={row} />
    </>
  );
}

function Head({ row, number }: { readonly row: PaperRow; readonly number: string }) {
  const { code } = useDistrict();
  const { outgoing, kind, appeal } = row;
  return (
    <div>
      {outgoing && (
        <p className="d-label">{t('parts.letterNumber', { number: outgoing.number, date: fullDate(outgoing.on) })}</p>
      )}
      <h2>
        {t(`post.kind${kind}`)}, <Link href={`/desk/${code}/card/${appeal}`}>{number}</Link>
      </h2>
    </div>
  );
}

function Term({ row }: { readonly row: PaperRow }) {
  return (
    <div>
      <NoticeTerm row={row} />
      <p className="muted">{t(why(row))}</p>
    </div>
  );
}

/** Of an applicant who was not opened it is not known yet: the posting is refused then. */
function isUnaddressed({ addressee }: PaperRow, { isLoaded, applicant }: CalledPerson, letter: ToPrint): boolean {
  return addressee === 'BODY' ? letter?.addresseeAddress === null : isLoaded && !applicant?.address;
}

type ToPrint = PrintedLetterFragment | undefined;

/** A request to a body, and what informs one, hold nothing of the applicant: no personal data is opened for it. */
function isRequest({ kind }: PaperRow): boolean {
  return kind === 'REQUEST' || kind === 'INFORMING';
}

function usePrinted(id: string, isOpen: boolean): ToPrint {
  const { code: district } = useDistrict();
  const [{ data }] = useQuery({ query: operation(letterToPost), variables: { district, id }, pause: !isOpen });
  return data?.letterToPost;
}

interface AddresseeProps {
  readonly row: PaperRow;
  readonly person: CalledPerson;
  readonly letter: ToPrint;
  readonly number: string;
}

/** Whom the letter is addressed to. Name and address of an applicant are opened for this letter alone; the opening is recorded. */
function Addressee({ row, person, letter, number }: AddresseeProps) {
  const { applicant, openedAt } = person;
  if (isRequest(row)) return <Body letter={letter} note={t('post.nothingOfApplicant')} />;
  if (openedAt === undefined) {
    return (
      <div className="phone">
        <Button keys="KeyO" onPress={person.open}>
          {t(row.addressee === 'BODY' ? 'post.openBody' : 'post.open')}
        </Button>
        <span className="muted">{t('calls.willBeRecorded')}</span>
      </div>
    );
  }
  if (person.problem) return <Problem problem={person.problem} onAgain={person.open} />;
  if (!person.isLoaded) return <p className="muted">{t('frame.loading')}</p>;
  if (row.addressee === 'BODY') return <Body letter={letter} note={t('post.openedForBody', { number })} />;
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
      <span className="muted">{t('post.opened', { number })}</span>
    </address>
  );
}

function Body({ letter, note }: { readonly letter: ToPrint; readonly note: string }) {
  if (!letter) return null;
  return (
    <address className="envelope">
      <b>{letter.addressee}</b>
      <span>{letter.addresseeAddress ?? t('post.noBodyAddress')}</span>
      <span className="muted">{note}</span>
    </address>
  );
}

const MAX_NAME_LENGTH = 300;

interface PrintedProps {
  readonly row: PaperRow;
  readonly person: CalledPerson;
}

function Printed({ row, person }: PrintedProps) {
  const { id } = row;
  // The block of the addressee is there, too.
  const isReady = isRequest(row) || person.isLoaded;
  const { code: district } = useDistrict();
  const [dative, setDative] = useState<string>();
  const sheet = useSheet(sheetName(row), toPrint(row, person, dative));
  const [{ data, error }, again] = useQuery({
    query: operation(letterToPost),
    variables: { district, id },
    requestPolicy: 'cache-and-network',
  });
  if (error) return <Problem problem={failureOf(error)} onAgain={() => again({ requestPolicy: 'network-only' })} />;
  if (!data) return <p className="muted">{t('frame.loading')}</p>;
  const { dativeToConfirm } = data.letterToPost;
  return (
    <>
      <Letter letter={data.letterToPost} label={t('post.asPrinted')} />
      {dativeToConfirm && (
        <div className="d-form">
          <LabelledLine
            label={t('post.dative')}
            maxLength={MAX_NAME_LENGTH}
            value={dative ?? dativeToConfirm}
            onValue={setDative}
          />
          <p className="muted">{t('post.dativeKept')}</p>
        </div>
      )}
      <div className="d-bar">
        <Button keys="KeyF" disabled={!isReady} onPress={sheet.save}>
          {t('post.pdf')}
        </Button>
      </div>
      {sheet.problem && <Problem problem={sheet.problem} onAgain={sheet.save} />}
    </>
  );
}

function sheetName(row: PaperRow): string {
  return row.outgoing ? letterFileName(row.outgoing) : `${noticeNumber(row).replaceAll('/', '-')}.pdf`;
}

/** The sheet has what was opened for it, and of the applicant nothing where it goes to a body. */
function toPrint({ id, addressee }: PaperRow, { applicant }: CalledPerson, dative: string | undefined): LetterToPrint {
  if (addressee === 'BODY') return { id };
  const { name = null, address = null } = applicant ?? {};
  return { id, name, address, ...(dative?.trim() && { dative: dative.trim() }) };
}

/** Sheets as PDF; who prints them opens the names on them, and that is on record. */
function Papers({ id }: { readonly id: string }) {
  const { code } = useDistrict();
  const links = [
    [t('post.envelopeDL'), sheetPath(code, 'envelopes/DL', [{ id }])],
    [t('post.envelopeC5'), sheetPath(code, 'envelopes/C5', [{ id }])],
  ] as const;
  return (
    <p className="d-bar">
      {links.map(([title, href]) => (
        <a key={title} className="d-button" href={href} target="_blank" rel="noreferrer">
          {title}
        </a>
      ))}
    </p>
  );
}

function why({ kind }: PaperRow) {
  if (kind === 'COVERING') return 'post.whyCovering';
  if (kind === 'REQUEST') return 'post.whyRequest';
  if (kind === 'INFORMING') return 'post.whyInforming';
  return kind === 'ANSWERED' ? 'post.why' : 'post.whyNotice';
}
