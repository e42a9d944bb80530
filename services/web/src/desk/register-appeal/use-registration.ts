import { useState } from 'react';
import { useSend } from '../../frame/command.js';
import { useDistrict } from '../../frame/district.js';
import { hasRole, useViewer } from '../../frame/viewer.js';
import { registerAppealDocument } from '../../acts/message.js';
import { enterAppeal } from './register-appeal.queries.js';
import { entryOf } from './entry-of.js';
import { isRegisteredAtOnce, type RegistrationDraft } from './registration-draft.js';

/** What the applicant takes along. */
export interface Registered {
  readonly appeal: string;
  /** Opens the appeal's page together with the code. */
  readonly receipt: string;
  readonly code: string;
  /** When it was entered. */
  readonly at: string;
  /** Absent: the moderator has to take the message up first. */
  readonly number?: string;
  /** Why no number was given yet. */
  readonly problem?: Problem;
}

export interface Problem {
  readonly code: string;
  readonly message: string;
  /** `input.contact` */
  readonly field?: string;
}

export type Progress =
  | { readonly is: 'FILLING'; readonly problem?: Problem }
  | { readonly is: 'SENDING'; readonly isWaiting: boolean }
  | { readonly is: 'DONE'; readonly registered: Registered };

/**
 * Enters the appeal and gives it a number at once where the law wants that. Without connection it waits and repeats with
 * the draft's keys, so that there is one appeal however often it is sent.
 */
export function useRegistration() {
  const { code: district } = useDistrict();
  const mayRegister = hasRole(useViewer(), district, 'REGISTRAR');
  const [progress, setProgress] = useState<Progress>({ is: 'FILLING' });
  const sendOne = useSend();
  const onWaiting = (): void => setProgress({ is: 'SENDING', isWaiting: true });
  const send = async (draft: RegistrationDraft): Promise<void> => {
    if (progress.is === 'SENDING') return;
    setProgress({ is: 'SENDING', isWaiting: false });
    const entered = await sendOne(enterAppeal, { input: entryOf(district, draft) }, onWaiting);
    if (entered.kind !== 'done') return setProgress({ is: 'FILLING', problem: entered.problem });
    const { id, number: receipt, followUpCode: code, receivedAt: at, version } = entered.change;
    const registered: Registered = { appeal: id, receipt, code, at };
    if (!mayRegister || !isRegisteredAtOnce(draft.way)) return setProgress({ is: 'DONE', registered });
    const input = { district, id, key: draft.registerKey, expectedVersion: version };
    const numbered = await sendOne(registerAppealDocument, { input }, onWaiting);
    if (numbered.kind !== 'done')
      return setProgress({ is: 'DONE', registered: { ...registered, problem: numbered.problem } });
    const { number } = numbered.change;
    setProgress({ is: 'DONE', registered: number ? { ...registered, number } : registered });
  };
  return { progress, send, begin: () => setProgress({ is: 'FILLING' }) };
}
