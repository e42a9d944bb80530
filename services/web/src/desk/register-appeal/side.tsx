import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { useViewer } from '../../frame/viewer.js';
import { Button } from '../../parts/button.js';
import { t } from '../../words/words.js';
import { Earlier } from './earlier.js';
import { focusField, problemWords } from './form-fields.js';
import { Proposed, useProposal } from './proposed.js';
import { regimeOf, type DraftProblem, type RegistrationDraft } from './registration-draft.js';
import { Slip } from './slip.js';
import type { Progress, Registered } from './use-registration.js';

interface SideProps {
  readonly draft: RegistrationDraft;
  readonly progress: Progress;
  readonly problems: readonly DraftProblem[];
  readonly district: {
    readonly name: string;
    readonly zone: string;
    readonly address?: string;
    readonly phone?: string;
  };
  /** What an earlier appeal of the person fills in. */
  readonly onTake: (part: Partial<RegistrationDraft>) => void;
  readonly onRegister: () => void;
  readonly onNext: () => void;
  readonly onPutOff: () => void;
}

/** Beside the sheet: where the question goes and by when, the receipt as it will be printed, and the next step. */
export function Side(props: SideProps) {
  const { draft, progress, district } = props;
  const { name: registrar } = useViewer();
  const [isTwice, setTwice] = useState(true);
  const about = {
    text: draft.text,
    channel: draft.way,
    regime: regimeOf(draft.way),
    settlement: draft.settlement === '' ? undefined : draft.settlement,
    topic: draft.topic === '' ? undefined : draft.topic,
  };
  const dueOn = useProposal(about)?.deadline?.dueOn;
  const registered = progress.is === 'DONE' ? progress.registered : undefined;
  const slip = (
    <Slip district={district} draft={draft} registrar={registrar} dueOn={dueOn} {...(registered && { registered })} />
  );
  return (
    <section className="reply" aria-label={t('registration.where')}>
      <div className="reply-in">
        <div className="reg-question">
          <Proposed {...about} />
        </div>
        <Earlier key={draft.enterKey} draft={draft} onTake={progress.is === 'FILLING' ? props.onTake : undefined} />
        <div className="d-bar d-gap">
          <h2>{t('registration.slip')}</h2>
          <label className="is-end">
            <input type="checkbox" checked={isTwice} onChange={({ target }) => setTwice(target.checked)} />
            {t('registration.twice')}
          </label>
        </div>
        <div className="slips">
          {slip}
          {isTwice && (
            <div className="slip-second" aria-hidden="true">
              {slip}
            </div>
          )}
        </div>
        {registered ? <Done registered={registered} onNext={props.onNext} /> : <Send {...props} />}
      </div>
    </section>
  );
}

function Send({ progress, problems, onRegister, onPutOff, draft }: SideProps) {
  const isSending = progress.is === 'SENDING';
  return (
    <>
      {problems.length > 0 && (
        <div className="d-warn" role="alert">
          <p>
            <b className="attn">{t('registration.notYet', { count: problems.length })}</b>
          </p>
          <ul>
            {problems.map((problem) => (
              <li key={problem.field}>
                <button type="button" className="d-link" onClick={() => focusField(problem.field)}>
                  {t(`registration.field_${problem.field as 'text'}`)}
                </button>
                {`: ${problemWords(problem)}`}
              </li>
            ))}
          </ul>
        </div>
      )}
      {progress.is === 'FILLING' && progress.problem && problems.length === 0 && (
        <p className="d-warn" role="alert">
          <b className="attn">{t('registration.notRegistered')}</b> {progress.problem.message}
        </p>
      )}
      <div className="send d-bar">
        <Button keys="Control+Enter" look="main" disabled={isSending} onPress={onRegister}>
          {t(`registration.send${draft.way}`)}
        </Button>
        <span className="muted" role="status">
          {isSending ? t(progress.isWaiting ? 'registration.willBeSent' : 'registration.sending') : ''}
        </span>
        <Button keys="Control+KeyS" className="is-end" onPress={onPutOff}>
          {t('registration.putOff')}
        </Button>
      </div>
    </>
  );
}

function Done({ registered, onNext }: { readonly registered: Registered; readonly onNext: () => void }) {
  const { code } = useDistrict();
  const { appeal, number, problem, receipt } = registered;
  const note = useRef<HTMLParagraphElement>(null);
  // The field that had the focus is switched off: reading goes on at what came of the registration.
  useEffect(() => note.current?.focus(), []);
  return (
    <>
      <p ref={note} tabIndex={-1} className="d-note" role="status">
        {number ? t('registration.doneNumber', { number }) : t('registration.doneReceipt', { receipt })}{' '}
        {problem && <b className="attn">{t('registration.noNumberYet', { message: problem.message })}</b>}{' '}
        <Link href={`/desk/${code}/card/${appeal}`}>{t('queue.card')}</Link>
      </p>
      <div className="send d-bar">
        <Button keys="Control+Enter" look="main" onPress={onNext}>
          {t('registration.next')}
        </Button>
        <Button keys="Control+KeyP" onPress={() => globalThis.print()}>
          {t('registration.print')}
        </Button>
      </div>
    </>
  );
}
