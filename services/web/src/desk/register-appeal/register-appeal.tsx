import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation, useParams } from 'wouter';
import { newAppealPath, WAYS, type Way } from '../../frame/entry-ways.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { useKeys } from '../../parts/keys.js';
import { useViewer } from '../../frame/viewer.js';
import { ConnectionLost } from '../../frame/connection-words.js';
import { Kbd } from '../../parts/kbd.js';
import { timeOfDay } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { focusField } from './form-fields.js';
import { registrationDistrict } from './register-appeal.queries.js';
import {
  fieldOf,
  stillWrong,
  problemsOf,
  type DraftProblem,
  type Field,
  type RegistrationDraft,
} from './registration-draft.js';
import { Sheet } from './sheet.js';
import { Side } from './side.js';
import { useDraft, type DraftInHand } from './use-draft.js';
import { useRegistration, type Progress } from './use-registration.js';
import './register-appeal.css';

/** One form for what came on paper, by phone or at a reception; the switch keeps what was typed. */
export function RegisterAppeal() {
  const { way } = useParams<{ way: string }>();
  const known = WAYS.find((one) => one.toLowerCase() === way) ?? 'PAPER';
  return <Form way={known} />;
}

function Form({ way }: { readonly way: Way }) {
  const { code, name, zone } = useDistrict();
  const [, go] = useLocation();
  const [{ data }] = useQuery({ query: operation(registrationDistrict), variables: { district: code } });
  const inHand = useDraft(way);
  const { draft, change, today } = inHand;
  const [found, setProblems] = useState<readonly DraftProblem[]>([]);
  const problems = stillWrong(found, draft, today);
  const { progress, send, begin } = useRegistration();
  const leave = (): void => {
    if (progress.is === 'DONE') inHand.restart();
    else inHand.putOff();
  };
  const back = (): void => {
    leave();
    go(`/desk/${code}/registration`);
  };
  const register = (): void => {
    const wrong = problemsOf(draft, today);
    setProblems(wrong);
    const [first] = wrong;
    if (first) focusField(first.field);
    else void send(draft);
  };
  const doneAt = useRef(0);
  const release = useRef(inHand.release);
  useEffect(() => {
    if (progress.is !== 'DONE') return;
    doneAt.current = Date.now();
    release.current();
  }, [progress]);
  const next = (): void => {
    // The same keys send and go on: who presses them twice would never see number and code.
    if (Date.now() - doneAt.current < UNSEEN_MS) return;
    setProblems([]);
    inHand.restart();
    begin();
  };
  useRefused(progress, draft, setProblems);
  useFormKeys(back, (other) => {
    if (progress.is === 'DONE') next();
    go(newAppealPath(code, other), { replace: true });
  });
  const district = data?.district;
  return (
    <>
      <Top way={way} inHand={inHand} isDone={progress.is === 'DONE'} onLeave={leave} />
      <main>
        <form
          noValidate
          className="card reg"
          onSubmit={(event) => {
            event.preventDefault();
          }}
        >
          <fieldset disabled={progress.is !== 'FILLING'} className="reg-sheet">
            <Sheet
              draft={draft}
              problems={problems}
              change={change}
              today={today}
              settlements={district?.settlements ?? []}
              topics={district?.topics ?? []}
              number={numberOf(progress)}
            />
          </fieldset>
          <Side
            draft={draft}
            progress={progress}
            problems={problems}
            district={{
              name: district?.name ?? name,
              zone,
              ...(district && { address: district.address }),
              ...phoneOf(district?.phones),
            }}
            onTake={change}
            onRegister={register}
            onNext={next}
            onPutOff={back}
          />
        </form>
      </main>
    </>
  );
}

const UNSEEN_MS = 1_000;

/** Where the clerk begins: kind and day are filled in already, and at a call or a reception there is no paper. */
const firstField: Readonly<Record<Way, Field>> = { PAPER: 'originalNumber', PHONE: 'surname', RECEPTION: 'surname' };

/** A new form begins at its first field; what the server refused is said at its field, which has the cursor. */
function useRefused(
  progress: Progress,
  draft: RegistrationDraft,
  show: (problems: readonly DraftProblem[]) => void,
): void {
  const latest = useRef(draft);
  latest.current = draft;
  useEffect(() => {
    if (progress.is !== 'FILLING') return;
    const { problem } = progress;
    if (!problem) return focusField(firstField[latest.current.way]);
    const field = fieldOf(problem.field, latest.current);
    if (!field) return document.querySelector<HTMLElement>('.send .is-main')?.focus();
    show([{ field, code: 'EMPTY', message: problem.message }]);
    focusField(field);
  }, [progress, show]);
}

function numberOf(progress: Progress): string | undefined {
  return progress.is === 'DONE' ? (progress.registered.number ?? progress.registered.receipt) : undefined;
}

function phoneOf(phones: readonly { readonly phone: string }[] | undefined): { phone?: string } {
  const [first] = phones ?? [];
  return first ? { phone: first.phone } : {};
}

interface TopProps {
  readonly isDone: boolean;
  readonly way: Way;
  readonly inHand: DraftInHand;
  readonly onLeave: () => void;
}

/** `open`: the form of that way; from what is registered already, the next one. */
function useFormKeys(back: () => void, open: (way: Way) => void): void {
  useKeys([
    { keys: 'Escape', title: t('registration.back'), run: back },
    ...WAYS.map((way, index) => ({
      keys: `Alt+Digit${index + 1}`,
      title: t(`registration.way${way}`),
      run: () => open(way),
    })),
    { keys: 'Alt+KeyT', title: t('registration.toText'), run: () => focusField('text') },
  ]);
}

function Top({ way, inHand, isDone, onLeave }: TopProps) {
  const { code } = useDistrict();
  const { name } = useViewer();
  const { savedAt } = inHand;
  return (
    <header className="top">
      <Link className="d-button is-plain" href={`/desk/${code}/registration`} onClick={onLeave}>
        {t('registration.back')}
        <Kbd keys="Escape" />
      </Link>
      <nav className="tabs tabs-top" aria-label={t('registration.ways')}>
        {WAYS.map((one, index) => (
          <Link key={one} replace href={newAppealPath(code, one)} {...(one === way && { 'aria-current': 'page' })}>
            {t(`registration.way${one}`)}
            <Kbd keys={`Alt+Digit${index + 1}`} />
          </Link>
        ))}
      </nav>
      <span className="is-end muted">{name}</span>
      <ConnectionLost />
      <span className="muted num" role="status">
        {savedAt !== undefined && !isDone && t('registration.saved', { time: timeOfDay(savedAt) })}
      </span>
    </header>
  );
}
