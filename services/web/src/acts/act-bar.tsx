import { Fragment, useRef } from 'react';
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
  const { held, renew, problem, state, opened, open, close, perform } = useActsOn({ scope, about, onChanged });
  const offers = acts.flatMap((act) => act.offers(held).map((one) => ({ act, one, id: idOf(act, one) })));
  // What is filled in stays, though it is offered no more: the server says why.
  const asked = useRef<(typeof offers)[number]>(undefined);
  const isLost = opened !== undefined && asked.current?.id === opened && !offers.some(({ id }) => id === opened);
  const forms = isLost && asked.current ? [...offers, asked.current] : offers;
  const answering = forms.find(({ id, act }) => id === opened && act.answers.includes(problem?.code ?? ''));
  const press = (offer: (typeof offers)[number]): void => {
    if (!offer.act.hasForm) return void perform(offer.act, NOTHING, offer.one);
    asked.current = offer;
    open(offer.id);
  };
  return (
    <>
      {opened === undefined && <Problem problem={problem} />}
      {offers.map(({ act, one, id }) => (
        <ActButton key={id} act={act} disabled={state === 'waiting'} onPress={() => press({ act, one, id })}>
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
        {forms.map(({ act, one, id }) => {
          // A dialog that closes for another one, or for a wait, tells so, too.
          const onClose = (): void => void (opened === id && close());
          const form = { open: opened === id, onClose, problem: answering?.id === id ? problem : undefined };
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
