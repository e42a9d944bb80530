import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation, useParams } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { lookedFor, lookFor } from '../../frame/looked-for.js';
import { Button } from '../../parts/button.js';
import { ChannelChip } from '../../parts/channel.js';
import { dayIn, fullDate, momentIn } from '../../parts/dates.js';
import { Form } from '../../parts/form.js';
import { gistOf } from '../../parts/gist.js';
import { Problem } from '../../parts/problem.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { FileSide, type File } from './file-side.js';
import { applicantFileDocument } from './people.queries.js';
import { ReasonFields } from './reason-fields.js';
import './people.css';

type Filed = File['appeals'][number];

/** A person's appeals and what was answered. It is opened with a reason, which was given with the search or is asked for here. */
export function PersonFile() {
  const { appeal } = useParams<{ appeal: string }>();
  const { code } = useDistrict();
  const [, go] = useLocation();
  const [why, setWhy] = useState(lookedFor);
  const [isAsked, setAsked] = useState(why.reason !== '');
  const back = (): void => go(`/desk/${code}/people`);
  return isAsked && why.reason !== '' ? (
    <Opened appeal={appeal} reason={why.reason} details={why.details.trim()} onClose={back} />
  ) : (
    <>
      <Top onClose={back} />
      <main className="file" id="main">
        <Form className="sheet d-form" onSubmit={() => setAsked(true)}>
          <h1>{t('people.file')}</h1>
          <ReasonFields
            of={why}
            onChange={(changes) => {
              lookFor(changes);
              setWhy(lookedFor());
            }}
          />
          <button className="d-button is-main">{t('people.openFile')}</button>
        </Form>
      </main>
    </>
  );
}

function Top({ onClose, children }: { readonly onClose: () => void; readonly children?: ReactNode }) {
  return (
    <header className="top">
      <Button look="plain" keys="Escape" onPress={onClose}>
        {t('people.back')}
      </Button>
      {children}
    </header>
  );
}

interface OpenedProps {
  readonly appeal: string;
  readonly reason: Exclude<ReturnType<typeof lookedFor>['reason'], ''>;
  readonly details: string;
  readonly onClose: () => void;
}

function Opened({ appeal, reason, details, onClose }: OpenedProps) {
  const [token, setToken] = useState<string>();
  const { file, isAbsent, isLoading, problem, again } = useFile({ appeal, reason, details, token });
  const left = useClosing(file !== undefined, onClose);
  const why = t(`people.reason${reason}`);
  return (
    <>
      <Top onClose={onClose}>{file && <OpenedWords file={file} reason={why} left={left} />}</Top>
      <main className="file" id="main">
        <div className="sheet">
          {file ? <Sheet file={file} /> : <h1>{t('people.file')}</h1>}
          {isLoading && <p role="status">{t('frame.loading')}</p>}
          {isAbsent && <p>{t('people.noFile')}</p>}
          <Problem problem={problem} onAgain={again} />
        </div>
        {file && <FileSide file={file} appeal={appeal} reason={why} onChanged={setToken} />}
      </main>
    </>
  );
}

type Asked = Omit<OpenedProps, 'onClose'> & { readonly token: string | undefined };

function useFile({ appeal, reason, details, token }: Asked) {
  const { code: district } = useDistrict();
  const [{ data, error }, again] = useQuery({
    query: operation(applicantFileDocument),
    variables: { district, appeal, reason, details: details || null, consistentWith: token ?? null },
    requestPolicy: 'cache-first',
  });
  // It stays while it is read again.
  const last = useRef<File>(undefined);
  if (data?.applicantFile) last.current = data.applicantFile;
  return {
    file: last.current,
    isAbsent: data?.applicantFile === null,
    isLoading: !data && !error,
    problem: error && failureOf(error),
    again: () => again({ requestPolicy: 'network-only' }),
  };
}

interface OpenedWordsProps {
  readonly file: File;
  readonly reason: string;
  readonly left: number;
}

function OpenedWords({ file, reason, left }: OpenedWordsProps) {
  const { zone } = useDistrict();
  return (
    <>
      <span className="muted">{t('people.opened', { at: momentIn(zone, file.openedAt), reason })}</span>
      <span className="muted is-end">{t('people.closes', { minutes: left })}</span>
    </>
  );
}

function Sheet({ file }: { readonly file: File }) {
  const { name, address, contact, phone, identified } = file.applicant;
  const left = file.total - file.appeals.length;
  return (
    <>
      <div className="sheet-no">
        <h1>{name ?? t('people.noName')}</h1>
        <p className="muted">{t('people.counts', { total: file.total, open: file.open })}</p>
      </div>
      <dl className="blank">
        <Cell name={t('people.address')}>{address}</Cell>
        <Cell name={t('people.contact')}>{[contact, phone].filter(Boolean).join(', ')}</Cell>
        <Cell name={t('people.identity')}>{t(identified ? 'people.identified' : 'people.notIdentified')}</Cell>
      </dl>
      <section>
        <h2>
          {t('people.answers')} <small>{t('people.newestFirst')}</small>
        </h2>
        <ul>
          {file.appeals.map((filed) => (
            <FiledRow key={filed.row.id} filed={filed} />
          ))}
        </ul>
        {left > 0 && <p>{t('people.more', { count: left })}</p>}
      </section>
    </>
  );
}

function Cell({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="d-label">{name}</dt>
      <dd>{children || t('people.nothing')}</dd>
    </div>
  );
}

function FiledRow({ filed }: { readonly filed: Filed }) {
  const { code, zone } = useDistrict();
  const { row, answer, dueOn, sameName, open } = filed;
  return (
    <li className={open ? 'file-row is-open' : 'file-row'}>
      <div>
        <Link href={`/desk/${code}/card/${row.id}`}>{shortNumber(row)}</Link>
        <br />
        <span className="num muted">{fullDate(dayIn(zone, row.receivedAt))}</span> <ChannelChip channel={row.channel} />
      </div>
      <div>
        {gistOf(row.excerpt)}
        {answer && <blockquote>{answer}</blockquote>}
        {!sameName && <p className="muted">{t('people.otherName')}</p>}
      </div>
      <div>
        <b>{t(`worklist.appeal${row.state}`)}</b>
        {open && dueOn && <div className="num">{t('people.until', { day: fullDate(dueOn) })}</div>}
      </div>
    </li>
  );
}

const OPEN_MINUTES = 15;

/** The minutes that are left; then the file closes by itself. */
function useClosing(isOpen: boolean, onClose: () => void): number {
  const [left, setLeft] = useState(OPEN_MINUTES);
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setInterval(() => setLeft((one) => one - 1), 60_000);
    return () => clearInterval(timer);
  }, [isOpen]);
  useEffect(() => {
    if (left <= 0) onClose();
  }, [left, onClose]);
  return left;
}
