import { useState } from 'react';
import { useClient } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { ActDialog } from './act-dialog.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import type { RegistrationError } from '../../generated/enumerations.js';
import { LabelledText } from '../../parts/labelled.js';
import { Form } from '../../parts/form.js';
import { t } from '../../words/words.js';
import { numberedDocument } from './numbered.queries.js';
import type { FormProps } from '../act.js';
import type { Card } from '../card.js';

const MAX_REASON = 2_000;

export interface Correction {
  readonly ground: RegistrationError;
  readonly reason: string;
  readonly of?: string;
}

interface CorrectDialogProps extends FormProps<Correction> {
  readonly card: Card;
}

/** Why the registration was wrong; of a duplicate, under which number the matter is considered. */
export function CorrectDialog({ open, card, onClose, onSend }: CorrectDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={t('card.correctRegistration')} onSend={onSend}>
      {(send) => <CorrectForm card={card} onSend={send} />}
    </ActDialog>
  );
}

/** An appeal under 59-FZ is never struck as spam. */
function groundsOf({ row }: Pick<Card, 'row'>): readonly RegistrationError[] {
  return isOfMessage({ row }) ? ['MISTAKE', 'DUPLICATE', 'SPAM'] : ['DUPLICATE', 'MISTAKE'];
}

function isOfMessage({ row: { regime } }: { readonly row: Pick<Card['row'], 'regime'> }): boolean {
  return regime === 'SOCIAL_MESSAGE' || regime === 'POS_MESSAGE';
}

interface CorrectFormProps extends Pick<CorrectDialogProps, 'card'> {
  readonly onSend: (correction: Correction) => void;
}

function CorrectForm({ card, onSend }: CorrectFormProps) {
  const isLetter = !isOfMessage(card);
  const [ground, setGround] = useState<RegistrationError>(isLetter && !card.strikeProposal ? 'DUPLICATE' : 'MISTAKE');
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const { problem, find } = useNumbered(card.row.id);
  const submit = async (): Promise<void> => {
    if (!reason.trim()) return;
    if (ground !== 'DUPLICATE') return onSend({ ground, reason: reason.trim() });
    const of = await find(number.trim());
    if (of !== undefined) onSend({ ground, reason: reason.trim(), of });
  };
  return (
    <Form onSubmit={() => void submit()}>
      <fieldset className="d-choice">
        <legend>{t('card.correctGround')}</legend>
        {groundsOf(card).map((one) => (
          <label key={one}>
            <input type="radio" name="ground" checked={ground === one} onChange={() => setGround(one)} />
            {t(`card.correct${one}`)}
          </label>
        ))}
      </fieldset>
      {ground === 'DUPLICATE' && (
        <label>
          {t('card.correctOf')}
          <input
            className="d-input"
            required
            maxLength={40}
            list="earlier-numbers"
            value={number}
            onChange={({ target }) => setNumber(target.value)}
          />
          <datalist id="earlier-numbers">
            {card.earlier.map((one) => (
              <option key={one.id} value={one.number ?? one.receipt}>
                {one.excerpt}
              </option>
            ))}
          </datalist>
        </label>
      )}
      {ground === 'MISTAKE' && isLetter && <p className="muted small">{t('card.correctByTwo')}</p>}
      {ground === 'DUPLICATE' && problem && (
        <p className="d-warn" role="alert">
          {problem}
        </p>
      )}
      <LabelledText
        label={t('card.correctRegistrationReason')}
        required
        maxLength={MAX_REASON}
        value={reason}
        onValue={setReason}
      />
      <button type="submit" className="d-button is-main">
        {t('card.correctDo')}
      </button>
    </Form>
  );
}

/** The appeal that has the typed number, in any spelling. */
function useNumbered(own: string) {
  const client = useClient();
  const { code: district } = useDistrict();
  const [problem, setProblem] = useState<string>();
  const find = async (number: string): Promise<string | undefined> => {
    const { data, error } = await client.query(operation(numberedDocument), { district, number }).toPromise();
    const found = data?.appeals.nodes.find(({ id }) => id !== own);
    if (error) setProblem(failureOf(error).message || t('parts.noConnection'));
    else if (!found) setProblem(t('card.correctNotFound'));
    return found?.id;
  };
  return { problem, find };
}
