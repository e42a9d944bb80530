import { Fragment } from 'react';
import { DialogNotice } from '../parts/dialog-notice.js';
import { Problem } from '../parts/problem.js';
import type { Act, Item } from './act.js';
import { ActButton } from './act-button.js';
import { ChangedBehind } from './dialogs/changed-behind.js';
import { useActsOn, type ActsOnOptions } from './use-acts-on.js';

interface ActBarProps<Scope> extends ActsOnOptions<Scope> {
  readonly acts: readonly Act<Scope>[];
}

/** The acts of these that the server permits now: a button each, in this order, and their dialogs. */
export function ActBar<Scope>({ acts, scope, about, onChanged }: ActBarProps<Scope>) {
  const { held, renew, problem, opened, open, close, perform } = useActsOn({ scope, about, onChanged });
  const offers = acts.flatMap((act) => act.offers(held).map((one) => ({ act, one, id: idOf(act, one) })));
  const answering = offers.find(({ id, act }) => id === opened && act.answers.includes(problem?.code ?? ''));
  return (
    <>
      {opened === undefined && <Problem problem={problem} />}
      {offers.map(({ act, one, id }) => (
        <ActButton key={id} act={act} onPress={() => (act.hasForm ? open(id) : void perform(act, NOTHING, one))}>
          {act.words(held, one)}
        </ActButton>
      ))}
      <DialogNotice
        value={
          <>
            <Problem problem={answering ? undefined : problem} />
            <ChangedBehind held={[about(held)]} live={[about(scope)]} onRenew={renew} />
          </>
        }
      >
        {offers.map(({ act, one, id }) => {
          const form = { open: opened === id, onClose: close, problem: answering?.id === id ? problem : undefined };
          return (
            <Fragment key={id}>
              {act.form({ ...form, onSend: (filled) => perform(act, filled, one) }, held, one)}
            </Fragment>
          );
        })}
      </DialogNotice>
    </>
  );
}

/** What an act without a dialog is done with. */
const NOTHING = undefined as never;

function idOf({ allowed }: Pick<Act<never>, 'allowed'>, one: Item | undefined): string {
  return `${allowed} ${one?.id ?? ''}`;
}
