import { useAsOpened } from '../../frame/as-opened.js';
import { useCommand } from '../../frame/command.js';
import { useDialogActs } from '../../acts/dialog-acts.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import { ExtendDialog, type Extension } from '../../acts/dialogs/extend-dialog.js';
import { InformationDialog } from '../../acts/dialogs/information-dialog.js';
import { InterimDialog } from '../../acts/dialogs/interim-dialog.js';
import { ReasonDialog } from '../../acts/dialogs/reason-dialog.js';
import { RequestDialog } from '../../acts/dialogs/request-dialog.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import type { Action } from '../../generated/enumerations.js';
import { Button } from '../../parts/button.js';
import { DialogNotice } from '../../parts/dialog-notice.js';
import { dayIn } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { revokeLinkDocument } from './decisions.queries.js';
import {
  askForExtensionDocument,
  extendDocument,
  interimDocument,
  recordInformationDocument,
  refuseExtensionDocument,
  requestDocument,
} from './course.queries.js';
import type { Card, Question } from './question-card.js';

interface CourseActsProps {
  readonly card: Card;
  readonly question: Question;
  readonly onChanged: (consistencyToken: string) => void;
}

type Act = 'extend' | 'ask' | 'refuse' | 'request' | 'record' | 'interim';

/** What changes the terms of the chosen question: an extension, information of other bodies, an interim answer. */
export function CourseActs({ card, question: live, onChanged }: CourseActsProps) {
  const commands = {
    extend: useCommand(extendDocument),
    ask: useCommand(askForExtensionDocument),
    refuse: useCommand(refuseExtensionDocument),
    request: useCommand(requestDocument),
    record: useCommand(recordInformationDocument),
    revoke: useCommand(revokeLinkDocument),
    interim: useCommand(interimDocument),
  };
  const { act, choose, close, finish, problem } = useDialogActs<Act>(commands, onChanged);
  const { held: question, renew } = useAsOpened(live, act !== undefined);
  const { code: district, zone } = useDistrict();
  const today = dayIn(zone, Date.now());
  const target = () => ({ district, id: question.id, key: newKey(), expectedVersion: question.version });
  const texts = card.questions.find(({ id }) => id === question.id);
  const requests = texts?.requests ?? [];
  const awaited = requests.find(({ receivedOn }) => !receivedOn);
  return (
    <>
      {act === undefined && <Problem problem={problem} />}
      <Buttons question={question} awaited={awaited} onAct={choose} />
      {awaited?.linkOpens && question.allowedActions.includes('REVOKE_BODY_LINK') && (
        <Button onPress={() => void finish(commands.revoke.send({ input: { ...target(), letter: awaited.id } }))}>
          {t('course.revoke', { body: awaited.body })}
        </Button>
      )}
      <DialogNotice
        value={
          <>
            <Problem problem={problem} />
            <ChangedBehind held={[question]} live={[live]} onRenew={renew} />
          </>
        }
      >
        <ExtensionDialogs
          act={act}
          question={question}
          texts={texts}
          onClose={close}
          onExtend={(extension) => finish(commands.extend.send({ input: { ...target(), ...extension } }))}
          onAsk={(extension) => finish(commands.ask.send({ input: { ...target(), ...extension } }))}
          onRefuse={(reason) => finish(commands.refuse.send({ input: { ...target(), reason } }))}
        />
        <RequestDialog
          open={act === 'request'}
          onClose={close}
          onRequest={(asking) => finish(commands.request.send({ input: { ...target(), ...asking } }))}
        />
        {awaited && (
          <InformationDialog
            key={awaited.id}
            open={act === 'record'}
            title={awaitedWords(awaited)}
            isDraft={awaited.purpose === 'DRAFT'}
            onClose={close}
            onRecord={(received) =>
              finish(commands.record.send({ input: { ...target(), request: awaited.id, ...received } }))
            }
          />
        )}
        <InterimDialog
          open={act === 'interim'}
          today={today}
          onClose={close}
          onGive={(answer) => finish(commands.interim.send({ input: { ...target(), ...answer } }))}
        />
      </DialogNotice>
    </>
  );
}

function ExtensionDialogs(props: {
  readonly act: Act | undefined;
  readonly question: Question;
  readonly texts: Card['questions'][number] | undefined;
  readonly onClose: () => void;
  readonly onExtend: (extension: Extension) => Promise<boolean>;
  readonly onAsk: (extension: Extension) => Promise<boolean>;
  readonly onRefuse: (reason: string) => Promise<boolean>;
}) {
  const { act, question, texts, onClose } = props;
  const ask = texts?.extensionAsk;
  const asked = ask && !ask.refusedAt ? { days: ask.days, ground: ask.ground, reason: ask.reason ?? '' } : undefined;
  const running = question.deadlines.findLast(({ duty, replacedBy }) => duty === 'ANSWER' && !replacedBy);
  const terms = { hasRequests: (texts?.requests ?? []).length > 0, running };
  return (
    <>
      <ExtendDialog
        mode="DECIDE"
        open={act === 'extend'}
        asked={asked}
        {...terms}
        onClose={onClose}
        onExtend={props.onExtend}
      />
      <ExtendDialog mode="ASK" open={act === 'ask'} {...terms} onClose={onClose} onExtend={props.onAsk} />
      <ReasonDialog
        open={act === 'refuse'}
        title={t('course.refuse')}
        label={t('course.refuseReason')}
        submit={t('course.refuseDo')}
        onClose={onClose}
        onReason={props.onRefuse}
      />
    </>
  );
}

type Request = Card['questions'][number]['requests'][number];

function awaitedWords({ body, purpose }: Request): string {
  return t(purpose === 'DRAFT' ? 'course.recordDraft' : 'course.record', { body });
}

function Buttons(props: {
  readonly question: Question;
  /** The body that was asked first and has not answered. */
  readonly awaited: Request | undefined;
  readonly onAct: (act: Act) => void;
}) {
  const { question, awaited, onAct } = props;
  const may = (action: Action): boolean => question.allowedActions.includes(action);
  return (
    <>
      {may('EXTEND_DEADLINE') && <Button onPress={() => onAct('extend')}>{t('course.extend')}</Button>}
      {may('REFUSE_EXTENSION') && <Button onPress={() => onAct('refuse')}>{t('course.refuse')}</Button>}
      {may('ASK_FOR_EXTENSION') && <Button onPress={() => onAct('ask')}>{t('course.ask')}</Button>}
      {may('REQUEST_INFORMATION') && <Button onPress={() => onAct('request')}>{t('course.request')}</Button>}
      {may('RECORD_INFORMATION') && awaited && <Button onPress={() => onAct('record')}>{awaitedWords(awaited)}</Button>}
      {may('GIVE_INTERIM_ANSWER') && <Button onPress={() => onAct('interim')}>{t('course.interim')}</Button>}
    </>
  );
}
