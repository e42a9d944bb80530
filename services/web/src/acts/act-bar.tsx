import { use, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { DialogNotice } from '../parts/dialog-notice.js';
import { Button } from '../parts/button.js';
import { FormProblem } from '../parts/form.js';
import { Problem } from '../parts/problem.js';
import { t } from '../words/words.js';
import type { Act, FormAct, Item, Nothing } from './act.js';
import { ActButton } from './act-button.js';
import { ActMenuSlots, type ActMenuSlot } from './act-menu.js';
import { ChangedBehind } from './dialogs/changed-behind.js';
import { useActsOn, type ActsOnOptions } from './use-acts-on.js';

export interface ActBarProps<Scope> extends ActsOnOptions<Scope> {
  /** Of each its dialog asks what it is done with, or it is done with nothing. */
  readonly acts: readonly (FormAct<Scope> | Act<Scope, Nothing>)[];
  /** The one of them that is the next step. */
  readonly next?: Pick<Act<never>, 'allowed'> | undefined;
  /** The next step, where its form is beside the bar: on a card all of these are in its menu, and its key goes to that form. */
  readonly beside?: Pick<Act<never>, 'allowed'> | undefined;
}

/**
 * The acts of these that the server permits now: a button each, in this order, and their dialogs. On a card those that are neither
 * the next step nor daily are in its menu.
 */
export function ActBar<Scope>(props: ActBarProps<Scope>) {
  const { acts, next, beside, scope, about, onChanged, begins } = props;
  const slots = use(ActMenuSlots);
  const isOffered = acts.some((act) => act.allowed === begins && act.hasForm && act.offers(scope).length > 0);
  const { held, renew, problem, stateOn, opened, open, close, perform, undo, undoable } = useActsOn({
    scope,
    about,
    onChanged,
    begins: isOffered ? `${begins} ` : undefined,
  });
  const given: readonly Act<Scope>[] = acts;
  const offers = given.flatMap((act) => act.offers(held).map((one) => ({ act, one, id: idOf(act, one) })));
  // What is filled in stays, though it is offered no more: the server says why.
  const asked = useRef<(typeof offers)[number]>(undefined);
  const isLost = opened !== undefined && asked.current?.id === opened && !offers.some(({ id }) => id === opened);
  const forms = isLost && asked.current ? [...offers, asked.current] : offers;
  const answering = forms.find(({ id, act }) => id === opened && act.answers.includes(problem?.code ?? ''));
  const press = (offer: (typeof offers)[number]): void => {
    if (offer.act.allowed === beside?.allowed && goToForm()) return;
    if (!offer.act.hasForm) return void perform(offer.act, {} as never, offer.one);
    asked.current = offer;
    open(offer.id);
  };
  return (
    <>
      {opened === undefined && <Problem problem={problem} />}
      {undoable && (
        <span role="status">
          <Button keys="KeyZ" onPress={() => void undo(undoable)}>
            {t('card.undoAct', { done: undoable.done })}
          </Button>
        </span>
      )}
      {offers.map((offer) => {
        const { act, one, id } = offer;
        const isNext = act.allowed === next?.allowed;
        const slot = isNext ? undefined : slotOf(act, slots, beside !== undefined);
        const button: ReactNode = (
          <ActButton
            key={id}
            act={isNext ? { ...act, look: 'main' } : act}
            disabled={stateOn(act) === 'waiting'}
            note={slot && act.note(held)}
            onPress={() => press(offer)}
          >
            {isNext ? nextWords(act, held) : act.words(held, one)}
          </ActButton>
        );
        return slot ? createPortal(button, slot, id) : button;
      })}
      <DialogNotice value={<ChangedBehind held={[about(held)]} live={[about(scope)]} onRenew={renew} />}>
        {forms.map(({ act, one, id }) => {
          // It waits for the connection in the outbox, and is shown again where it is refused.
          const isOpen = opened === id && stateOn(act) !== 'waiting';
          // A dialog that closes for another one, or for a wait, tells so, too.
          const onClose = (): void => void (isOpen && close());
          const form = { open: isOpen, onClose, problem: answering?.id === id ? problem : undefined };
          return (
            <FormProblem key={id} value={isOpen && !answering ? problem : undefined}>
              {act.form({ ...form, onSend: (filled) => perform(act, filled, one) }, held, one)}
            </FormProblem>
          );
        })}
      </DialogNotice>
    </>
  );
}

/** To the first field of the form in the right column; answers whether there is one. */
function goToForm(): boolean {
  const field = document.querySelector<HTMLElement>('.act-form :is(select, input, textarea)');
  field?.focus();
  return field !== null;
}

/** In the menu of the card, if there is one and it is not done daily. `isWhole`: what is done daily is there, too. */
function slotOf(
  { place = 'question' }: Act<never>,
  slots: ActMenuSlot | undefined,
  isWhole: boolean,
): HTMLElement | undefined {
  if (place !== 'daily') return slots?.[place];
  return isWhole ? slots?.question : undefined;
}

function nextWords<Scope>(act: Act<Scope>, scope: Scope): string {
  return act.next?.words?.() ?? act.words(scope);
}

function idOf({ allowed }: Pick<Act<never>, 'allowed'>, one: Item | undefined): string {
  return `${allowed} ${one?.id ?? ''}`;
}
