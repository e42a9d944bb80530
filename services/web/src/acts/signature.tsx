import { letterFileName } from '@otklik/kernel/letter-file-name';
import { useRef, useState, type DragEvent } from 'react';
import { useClient } from 'urql';
import { saveFile } from '../frame/csv.js';
import { useDistrict } from '../frame/district.js';
import { failureOf, type Failure } from '../frame/failure.js';
import { operation } from '../frame/graphql-client.js';
import type { SignedLetterFragment } from '../generated/graphql.js';
import { base64Of, bytesOf } from '../parts/base64.js';
import { Button } from '../parts/button.js';
import { dayIn, fullDate, momentIn } from '../parts/dates.js';
import { shortName } from '../parts/names.js';
import { Problem } from '../parts/problem.js';
import { t } from '../words/words.js';
import { attachSignature } from './notice.js';
import { letterToSign } from './signature.queries.js';
import { useActsOn } from './use-acts-on.js';

const MAX_BYTES = 65_536;
const SIGNATURE_FILES = '.sig,.p7s,.sgn,.p7m';

interface SignatureProps {
  readonly letter: SignedLetterFragment;
  /** Absent: nothing can be done with it, as with a card of the past. */
  readonly onChanged?: ((consistencyToken: string) => void) | undefined;
}

/** The electronic signature that an official makes by a program of his own over the letter's file. */
export function LetterSignature({ letter, onChanged }: SignatureProps) {
  const mayAttach = onChanged !== undefined && letter.allowedActions.includes('ATTACH_SIGNATURE');
  if (!mayAttach && letter.signatures.length === 0 && !letter.lacksSignature) return null;
  return (
    <section className="d-note not-printed" aria-label={t('parts.signature')}>
      <h3 className="d-label">{t('parts.signature')}</h3>
      <SignatureStatus letter={letter} />
      {mayAttach && <Attaching letter={letter} onChanged={onChanged} />}
    </section>
  );
}

function SignatureStatus({ letter: { signatures, lacksSignature, demandedSignature, state } }: SignatureProps) {
  return (
    <>
      {signatures.map((one) => (
        <Signature key={one.signature} signature={one} />
      ))}
      {lacksSignature && state === 'PENDING' && (
        <p className="attn">{t(`parts.signatureDemanded${demandedSignature === 'TRUSTED' ? 'TRUSTED' : 'VALID'}`)}</p>
      )}
      {!lacksSignature && signatures.length === 0 && <p className="muted">{t('parts.signatureNotDemanded')}</p>}
    </>
  );
}

function Signature({ signature }: { readonly signature: SignedLetterFragment['signatures'][number] }) {
  const { zone } = useDistrict();
  const { level, number, from, until, algorithm, thumbprint, at, by } = signature;
  const day = (instant: string) => fullDate(dayIn(zone, instant));
  return (
    <div>
      <b className={level === 'UNVERIFIED' ? 'attn' : undefined}>{t(`parts.signature${level}`)}</b>
      <p className="muted">
        {t('parts.signatureCertificate', { number, from: day(from), until: day(until), algorithm })}
        {by && `. ${t('parts.signatureBy', { name: shortName(by.name), at: momentIn(zone, at) })}`}
      </p>
      <details className="why">
        <summary>{t('parts.signatureThumbprint')}</summary>
        <span className="evidence">{thumbprint}</span>
      </details>
    </div>
  );
}

function Attaching({ letter, onChanged }: Required<SignatureProps> & { readonly onChanged: (token: string) => void }) {
  const { perform, problem, stateOn } = useActsOn({ scope: letter, about: (held) => held, onChanged });
  const [isTooLarge, setTooLarge] = useState(false);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const file = useSheetFile(letter);
  const isBusy = stateOn(attachSignature) !== 'idle';
  const attach = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    setTooLarge(chosen.size > MAX_BYTES);
    if (chosen.size <= MAX_BYTES) await perform(attachSignature, { signature: base64Of(await chosen.arrayBuffer()) });
    if (input.current) input.current.value = '';
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void attach(event.dataTransfer.files[0]);
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={isOver ? 'drop is-over' : 'drop'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="muted">{t('parts.signatureHow')}</p>
      <div className="d-bar">
        <Button look="plain" onPress={file.save}>
          {t('parts.signatureFile')}
        </Button>
        <Button look="plain" disabled={isBusy} onPress={() => input.current?.click()}>
          {t('parts.signatureAttach')}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label={t('parts.signatureAttach')}
        accept={SIGNATURE_FILES}
        onChange={({ target }) => void attach(target.files?.[0])}
      />
      {file.isMissing && <p role="alert">{t('parts.signatureNoSheet')}</p>}
      {isTooLarge && <p role="alert">{t('parts.signatureTooLarge')}</p>}
      {file.problem && <Problem problem={file.problem} onAgain={file.save} />}
      <Problem problem={problem} />
    </div>
  );
}

/** The bytes that the signature must cover, read again at each press. */
function useSheetFile({ id, outgoing }: SignedLetterFragment) {
  const { code: district } = useDistrict();
  const client = useClient();
  const [problem, setProblem] = useState<Failure>();
  const [isMissing, setMissing] = useState(false);
  const save = async (): Promise<void> => {
    setProblem(undefined);
    const variables = { district, id };
    const options = { requestPolicy: 'network-only' } as const;
    const { data, error } = await client.query(operation(letterToSign), variables, options).toPromise();
    if (error) return setProblem(failureOf(error));
    const sheet = data?.letterToSign;
    setMissing(!sheet || !outgoing);
    if (sheet && outgoing) saveFile(letterFileName(outgoing), bytesOf(sheet.pdf));
  };
  return { save: () => void save(), problem, isMissing };
}
