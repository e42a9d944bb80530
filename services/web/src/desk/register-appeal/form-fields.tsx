import { useId, type ReactNode } from 'react';
import { t } from '../../words/words.js';
import type { DraftProblem, Field, RegistrationDraft } from './registration-draft.js';

/** The form in hand: its values, what is wrong with them, and how they change. */
export interface FormInHand {
  readonly draft: RegistrationDraft;
  readonly problems: readonly DraftProblem[];
  readonly change: (part: Partial<RegistrationDraft>) => void;
}

type TextField = Exclude<Field, 'way' | 'answerWay'>;

interface CellProps extends FormInHand {
  readonly field: TextField;
  /** Columns of twelve, and the place in the row: `w3 is-first`. */
  readonly className: string;
  readonly type?: 'text' | 'date' | 'tel' | 'email';
  readonly inputMode?: 'numeric';
  readonly isOptional?: boolean;
  readonly max?: string;
  /** The id of a list of proposals. */
  readonly list?: string;
}

/** A cell of the ruled form: the label above, the field below, and what is wrong with it under the field. */
export function Cell({ field, className, draft, problems, change, ...input }: CellProps) {
  const id = useId();
  const problem = problems.find((one) => one.field === field);
  return (
    <div className={className}>
      <label className="d-label" htmlFor={id}>
        {t(`registration.field_${field}`)} {input.isOptional && <i>{t('registration.optional')}</i>}
      </label>
      <input
        id={id}
        data-field={field}
        className={input.type === 'date' || input.inputMode ? 'num' : ''}
        type={input.type ?? 'text'}
        inputMode={input.inputMode}
        max={input.max}
        list={input.list}
        autoComplete="off"
        value={draft[field]}
        onChange={({ target }) => change({ [field]: target.value })}
        {...describedBy(id, problem)}
      />
      <FieldProblem id={id} problem={problem} />
    </div>
  );
}

export function SelectCell(
  props: FormInHand & {
    readonly field: TextField;
    readonly className: string;
    readonly children: ReactNode;
  },
) {
  const { field, className, draft, change, children } = props;
  const id = useId();
  return (
    <div className={className}>
      <label className="d-label" htmlFor={id}>
        {t(`registration.field_${field}`)}
      </label>
      <select
        id={id}
        data-field={field}
        value={draft[field]}
        onChange={({ target }) => change({ [field]: target.value })}
      >
        {children}
      </select>
    </div>
  );
}

export function describedBy(id: string, problem: DraftProblem | undefined) {
  return problem ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {};
}

export function FieldProblem({ id, problem }: { readonly id: string; readonly problem: DraftProblem | undefined }) {
  if (!problem) return null;
  return (
    <p className="attn small" id={`${id}-problem`}>
      {problemWords(problem)}
    </p>
  );
}

export function problemWords({ code, message }: DraftProblem): string {
  return message ?? t(`registration.problem${code}`);
}

/** Puts the cursor into the field, after the form has shown what is wrong with it. */
export function focusField(field: Field): void {
  document.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
}
