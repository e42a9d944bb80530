import {
  createContext,
  use,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type FormHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { createPortal } from 'react-dom';
import { InPlace } from './in-place.js';
import { faultsIn, fieldOf, type Control, type Fault } from './form-faults.js';
import { Problem } from './problem.js';

/** What the server refused of the form below, where that is known above it. */
export const FormProblem = createContext<Refused | undefined>(undefined);

interface Refused {
  readonly code: string;
  readonly message: string;
  /** The input's field that is wrong, `input.text`: the control of that name. */
  readonly field?: string;
  /** Everything that is wrong with the input, this first. */
  readonly faults?: readonly { readonly field: string; readonly message: string }[];
}

interface FormProps extends Pick<
  FormHTMLAttributes<HTMLFormElement>,
  'className' | 'onChange' | 'onKeyDown' | 'aria-label' | 'role'
> {
  /** Everything that is required is filled in. */
  readonly onSubmit: (form: HTMLFormElement) => void;
  readonly problem?: Refused | undefined;
  readonly ref?: Ref<HTMLFormElement>;
  readonly children: ReactNode;
}

/**
 * A form that says at each field what it lacks, in the desk's words, and goes to the first of them; so it does with a field that the
 * server refused. What is of no field is shown in the form.
 */
export function Form({ onSubmit, problem, ref, className = 'd-form', children, ...handlers }: FormProps) {
  const own = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const id = useId();
  const above = use(FormProblem);
  const refused = problem ?? above;
  const atField = refused && faults.some(({ words }) => words === refused.message);
  const show = (found: readonly Fault[]): void => {
    setFaults(found);
    found[0]?.control.focus();
  };
  useLayoutEffect(() => {
    show(refused && own.current ? refusedIn(own.current, refused) : []);
  }, [refused]);
  useEffect(() => {
    const before = faults.map(({ control }) => control.getAttribute('aria-describedby'));
    faults.forEach(({ control }, at) => {
      control.setAttribute('aria-invalid', 'true');
      control.setAttribute('aria-describedby', [before[at], `${id}${at}`].filter(Boolean).join(' '));
    });
    return () => faults.forEach(({ control }, at) => forgetFault(control, before[at] ?? null));
  }, [faults, id]);
  return (
    <form
      ref={(form) => {
        own.current = form;
        if (typeof ref === 'function') ref(form);
        else if (ref) ref.current = form;
      }}
      className={className}
      noValidate
      {...handlers}
      onSubmit={(event) => {
        event.preventDefault();
        const found = faultsIn(event.currentTarget);
        show(found);
        if (found.length === 0) onSubmit(event.currentTarget);
      }}
      onInput={({ target }) => setFaults(faults.filter(({ control }) => control !== target))}
      onKeyDown={(event) => {
        handlers.onKeyDown?.(event);
        submitOnEnter(event);
      }}
    >
      {above && !atField && <Problem problem={above} />}
      {children}
      {problem && !atField && <Problem problem={problem} />}
      {faults.map(({ control, words }, at) =>
        createPortal(
          // Read with its field, and no part of the field's name.
          <small className="attn d-fault" id={`${id}${at}`} aria-hidden>
            {words}
          </small>,
          control.closest('label') ?? control.parentElement!,
          `${at}`,
        ),
      )}
    </form>
  );
}

interface SubmitProps {
  readonly children: ReactNode;
  /** The key that sends, as it is read. */
  readonly keys?: 'Enter' | 'Ctrl Enter';
  readonly disabled?: boolean;
}

/** The button that sends the form of a dialog, or of a screen. */
export function Submit({ children, keys = 'Enter', disabled }: SubmitProps) {
  const isInPlace = use(InPlace) !== undefined;
  return (
    <button type="submit" className="d-button is-main" disabled={disabled} data-keys={keys}>
      {children}
      <kbd>{isInPlace ? 'Ctrl Enter' : keys}</kbd>
    </button>
  );
}

/** The refused fields that the form has. */
function refusedIn(form: HTMLFormElement, { field, message, faults }: Refused): readonly Fault[] {
  const told = faults ?? (field === undefined ? [] : [{ field, message }]);
  return told.flatMap((one) => {
    const control = fieldOf(form, one.field);
    return control ? [{ control, words: one.message }] : [];
  });
}

function forgetFault(control: Control, described: string | null): void {
  control.removeAttribute('aria-invalid');
  if (described === null) control.removeAttribute('aria-describedby');
  else control.setAttribute('aria-describedby', described);
}

/** Enter in a list of choices sends the form, as it does in a text field; Ctrl+Enter does in any field of a dialog, of a form in its place, or where its button says so. */
function submitOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { tagName } = event.target as HTMLElement;
  const isField = ['TEXTAREA', 'INPUT'].includes(tagName);
  const form = event.currentTarget;
  const isSaid = form.closest('dialog, .act-form') ?? form.querySelector('[data-keys="Ctrl Enter"]');
  const isSent = isField && event.ctrlKey && isSaid !== null;
  if (event.key !== 'Enter' || !(isSent || tagName === 'SELECT')) return;
  event.preventDefault();
  form.requestSubmit();
}
