import { useState, type ReactNode } from 'react';
import type { QuestionScope } from '../../acts/card.js';
import { ChangedBehind } from '../../acts/dialogs/changed-behind.js';
import { formInPlace } from '../../acts/next-step.js';
import { useActsOn } from '../../acts/use-acts-on.js';
import { useViewer } from '../../frame/viewer.js';
import { Button } from '../../parts/button.js';
import { DialogNotice } from '../../parts/dialog-notice.js';
import { FormProblem } from '../../parts/form.js';
import { InPlace } from '../../parts/in-place.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { NearCases } from './near-cases.js';

interface NextFormProps {
  readonly scope: QuestionScope;
  readonly onChanged: (consistencyToken: string) => void;
  /** What is there while the next step has no form in place. */
  readonly children: ReactNode;
}

/**
 * The form of the next step in the right column: an act that names who works on the question. From the first letter on it is about the
 * card as the official saw it.
 */
export function NextForm({ scope, onChanged, children }: NextFormProps) {
  const { id: viewer } = useViewer();
  const about = ({ question }: QuestionScope) => question;
  const { held, renew, problem, stateOn, opened, open, perform, undo, undoable } = useActsOn({
    scope,
    about,
    onChanged,
  });
  // The version that the act was done on: until the card is loaded again there is nothing more to be done.
  const [doneOn, setDoneOn] = useState<number>();
  const inPlace = formInPlace(held, viewer);
  if (!inPlace)
    return (
      <div className="next-form">
        {undoable && (
          <p className="next-done" role="status">
            <Button keys="KeyZ" onPress={() => void undo(undoable)}>
              {t('card.undoAct', { done: undoable.done })}
            </Button>
          </p>
        )}
        {opened === undefined && <Problem problem={problem} />}
        {children}
      </div>
    );
  const { act, title } = inPlace;
  const send = async (filled: never): Promise<boolean> => {
    const isDone = await perform(act, filled);
    if (isDone) {
      open(undefined);
      setDoneOn(held.question.version);
    }
    return isDone;
  };
  const isDone = doneOn === scope.question.version;
  return (
    <div className="reply" id="reply" onChange={() => opened === undefined && open(act.allowed)}>
      {isDone || stateOn(act) === 'waiting' ? (
        <p className="d-note" role="status">
          {t(isDone ? 'frame.loading' : 'parts.noConnection')}
        </p>
      ) : (
        <InPlace value={t(title)}>
          <DialogNotice value={<ChangedBehind held={[about(held)]} live={[about(scope)]} onRenew={renew} />}>
            <FormProblem value={problem}>
              {act.form({ open: true, onClose: () => undefined, onSend: send }, held, undefined)}
            </FormProblem>
          </DialogNotice>
        </InPlace>
      )}
      <NearCases scope={scope} />
    </div>
  );
}
