import { useAsOpened } from '../../frame/as-opened.js';
import { useCommand } from '../../frame/command.js';
import { useDialogActs } from '../../acts/dialog-acts.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import { CoExecutorsDialog } from '../../acts/dialogs/co-executors-dialog.js';
import { ConfirmPromiseDialog } from '../../acts/dialogs/confirm-promise-dialog.js';
import { ExtendPromiseDialog } from '../../acts/dialogs/extend-promise-dialog.js';
import { LineDialog } from '../../acts/dialogs/line-dialog.js';
import { ReasonDialog } from '../../acts/dialogs/reason-dialog.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import type { Action } from '../../generated/enumerations.js';
import { Button } from '../../parts/button.js';
import { DialogNotice } from '../../parts/dialog-notice.js';
import { fullDate, momentIn } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import {
  classifyDocument,
  coExecutorsDocument,
  confirmPromiseDocument,
  contributeDocument,
  extendPromiseDocument,
} from './control.queries.js';
import type { Card, Question } from './question-card.js';

interface ControlProps {
  readonly card: Card;
  /** The question of the card that is looked at. */
  readonly chosen: Question | undefined;
  /** Absent: nothing can be done with it, as with a card of the past. */
  readonly onChanged: ((consistencyToken: string) => void) | undefined;
}

type Texts = Card['questions'][number];

/** What was promised, who works with the executor, and the code of the classifier, with the acts that the server permits. */
export function CardControl({ card, chosen: question, onChanged }: ControlProps) {
  const texts = card.questions.find(({ id }) => id === question?.id);
  if (!question || !texts) return null;
  return (
    <>
      <Promise question={question} texts={texts} />
      <CoExecutors texts={texts} />
      {question.classifier && <p className="muted">{t('card.classifier', { code: question.classifier })}</p>}
      {onChanged && <ControlActs key={question.id} question={question} texts={texts} onChanged={onChanged} />}
    </>
  );
}

function Promise({ question: { promise }, texts }: { readonly question: Question; readonly texts: Texts }) {
  if (!promise) return null;
  const { until, promisedUntil, extended, missed, keptOn, state } = promise;
  return (
    <section aria-label={t('card.promise')}>
      <h2>{t('card.promise')}</h2>
      <p className={missed ? 'late' : undefined}>
        <b>
          {missed
            ? t('card.promiseMissed', { date: fullDate(until) })
            : t(`card.promise${state}`, { date: fullDate(keptOn ?? until) })}
        </b>
      </p>
      {extended > 0 && (
        <p className="muted">{t('card.promiseExtended', { date: fullDate(promisedUntil), count: extended })}</p>
      )}
      {texts.promiseReason && <p className="resol">{texts.promiseReason}</p>}
      {texts.promiseKept && <p className="read is-kept">{texts.promiseKept}</p>}
      {texts.promisePhoto && (
        <div className="shots">
          <a href={texts.promisePhoto} target="_blank" rel="noopener">
            <img src={texts.promisePhoto} alt={t('card.promisePhotoOf')} loading="lazy" />
            {t('card.promisePhotoOf')}
          </a>
        </div>
      )}
    </section>
  );
}

function CoExecutors({ texts: { coExecutors, coDepartments, contributions } }: { readonly texts: Texts }) {
  const { zone } = useDistrict();
  const names = [...coExecutors, ...coDepartments].map(({ name }) => name);
  if (names.length === 0 && contributions.length === 0) return null;
  return (
    <section aria-label={t('card.coExecutors')}>
      <h2>{t('card.coExecutors')}</h2>
      <p>{names.length > 0 ? names.join('; ') : t('card.none')}</p>
      {contributions.map(({ text, by, at }) => (
        <div key={at} className="resol">
          <p>{text}</p>
          <p className="muted small">
            {by?.name} · {momentIn(zone, at)}
          </p>
        </div>
      ))}
    </section>
  );
}

type Act = 'confirm' | 'extend' | 'classify' | 'coExecutors' | 'contribute';

function ControlActs(props: {
  readonly question: Question;
  readonly texts: Texts;
  readonly onChanged: (consistencyToken: string) => void;
}) {
  const { texts, onChanged } = props;
  const { code: district } = useDistrict();
  const commands = {
    confirm: useCommand(confirmPromiseDocument),
    extend: useCommand(extendPromiseDocument),
    classify: useCommand(classifyDocument),
    coExecutors: useCommand(coExecutorsDocument),
    contribute: useCommand(contributeDocument),
  };
  const { act, choose, close, finish, problem } = useDialogActs<Act>(commands, onChanged);
  const { held: question, renew } = useAsOpened(props.question, act !== undefined);
  const target = () => ({ district, id: question.id, key: newKey(), expectedVersion: question.version });
  const offered = actions.filter(({ action }) => question.allowedActions.includes(action));
  return (
    <div className="decisions">
      {act === undefined && <Problem problem={problem} />}
      {offered.map(({ act: one, word }) => (
        <Button key={one} onPress={() => choose(one)}>
          {t(word)}
        </Button>
      ))}
      <DialogNotice
        value={
          <>
            <Problem problem={problem} />
            <ChangedBehind held={[question]} live={[props.question]} onRenew={renew} />
          </>
        }
      >
        <ConfirmPromiseDialog
          open={act === 'confirm'}
          onClose={close}
          onConfirm={(done) => finish(commands.confirm.send({ input: { ...target(), ...done } }))}
        />
        <ExtendPromiseDialog
          open={act === 'extend'}
          until={question.promise?.until ?? ''}
          onClose={close}
          onExtend={(later) => finish(commands.extend.send({ input: { ...target(), ...later } }))}
        />
        <LineDialog
          open={act === 'classify'}
          title={t('card.classify')}
          label={t('card.classifyHint')}
          value={question.classifier ?? ''}
          pattern="\d{4}(\.\d{4}){3,4}"
          submit={t('card.classifyDo')}
          onClose={close}
          onLine={(classifier) => finish(commands.classify.send({ input: { ...target(), classifier } }))}
        />
        <CoExecutorsDialog
          open={act === 'coExecutors'}
          chosen={[...texts.coExecutors.map(({ id }) => id), ...texts.coDepartments.map(({ code }) => code)]}
          onClose={close}
          onChoose={(chosen) => finish(commands.coExecutors.send({ input: { ...target(), ...chosen } }))}
        />
        <ReasonDialog
          open={act === 'contribute'}
          title={t('card.contribute')}
          label={t('card.contributeText')}
          submit={t('card.contribute')}
          onClose={close}
          onReason={(text) => finish(commands.contribute.send({ input: { ...target(), text } }))}
        />
      </DialogNotice>
    </div>
  );
}

const actions = [
  { act: 'confirm', action: 'CONFIRM_PROMISE', word: 'card.confirmPromise' },
  { act: 'extend', action: 'EXTEND_PROMISE', word: 'card.extendPromise' },
  { act: 'coExecutors', action: 'ASSIGN_CO_EXECUTORS', word: 'card.assignCoExecutors' },
  { act: 'contribute', action: 'ADD_CONTRIBUTION', word: 'card.contribute' },
  { act: 'classify', action: 'CLASSIFY_QUESTION', word: 'card.classify' },
] as const satisfies readonly { readonly act: Act; readonly action: Action; readonly word: string }[];
