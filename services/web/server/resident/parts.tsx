import type { ReactNode } from 'react';
import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import { isAbsent } from './absent.js';
import type { FormError } from './form-values.js';
import type { Speech } from './words/index.js';

/** A form's field with its label, hint and error, connected for screen readers. */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  readonly speech: Speech;
  readonly errors?: readonly FormError[];
  readonly children: (attributes: Described) => ReactNode;
}

export interface Described {
  readonly id: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string | undefined;
}

export function Field({ id, label, hint, optional = false, speech, errors = [], children }: FieldProps) {
  const wrong = errors.filter(({ field }) => field === id);
  const described = [...(wrong.length > 0 ? [`${id}-e`] : []), ...(hint === undefined ? [] : [`${id}-h`])].join(' ');
  return (
    <div className={wrong.length > 0 ? 'field wrong' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional ? <Optional speech={speech} /> : null}
      </label>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      <Wrong id={id} errors={wrong} speech={speech} />
      {children({
        id,
        ...(wrong.length > 0 && { 'aria-invalid': true }),
        'aria-describedby': described === '' ? undefined : described,
      })}
    </div>
  );
}

export function Optional({ speech }: { readonly speech: Speech }) {
  return (
    <>
      {' '}
      <i>{speech.say('optional')}</i>
    </>
  );
}

export function Wrong({ id, errors, speech }: { id: string; errors: readonly FormError[]; speech: Speech }) {
  if (errors.length === 0) return null;
  return (
    <div id={`${id}-e`}>
      {errors.map(({ message }) => (
        <p className="err" key={message}>
          {`${speech.say('error.prefix')}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`}
        </p>
      ))}
    </div>
  );
}

interface SummaryProps {
  readonly errors: readonly FormError[];
  readonly speech: Speech;
  /** What else the reader should know: what was kept. */
  readonly more?: string;
  /** Files have to be attached again; a script that kept them takes this away. */
  readonly again?: string;
  readonly title?: string;
}

/** All that has to be corrected, first in `main`; each line leads to its field. */
export function ErrorSummary({ errors, speech, more, again, title }: SummaryProps) {
  if (errors.length === 0) return null;
  const inFields = errors.every(({ field }) => field !== undefined);
  return (
    <section className="errors" id="errors" tabIndex={-1} role="alert" aria-labelledby="errors-t">
      <h2 id="errors-t">{title ?? speech.say(inFields ? 'errors.fix' : 'errors.plain')}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={message}>{field === undefined ? message : <a href={`#${field}`}>{message}</a>}</li>
        ))}
      </ul>
      {more === undefined ? null : <p className="small">{more}</p>}
      {again === undefined ? null : (
        <p className="small" id="again">
          {again}
        </p>
      )}
    </section>
  );
}

/** The name of a page, which says first that something on it is wrong. */
export function pageTitle(title: string, errors: readonly FormError[], { say }: Speech): string {
  return errors.length > 0 ? `${say('error.prefix')}: ${title}` : title;
}

/** «исправьте три места» in the plural form of the language. */
export function correctionsTitle({ say, language }: Speech, count: number): string {
  const form = new Intl.PluralRules(language === 'sah' ? 'ru' : language).select(count);
  if (count === 1) return say('errors.title.one');
  return say(form === 'few' ? 'errors.title.few' : 'errors.title.many', { count });
}

/** A fire, a smell of gas or an accident is no matter for a letter. */
export function CallFirst({ speech: { say } }: { readonly speech: Speech }) {
  return (
    <p className="note" id="urgent">
      {`${say('urgent.what')} `}
      <b className="nw">
        {`${say('urgent.call')} `}
        <a href="tel:112">112</a>
      </b>
      {say('urgent.notHere')}
    </p>
  );
}

/** A link alone: the platform's own widget is a script of another site, and these pages run none. */
export function ThroughPos(props: { readonly district: PublicDistrict; readonly speech: Speech }) {
  const {
    district: { pos },
    speech: { say },
  } = props;
  if (isAbsent(pos)) return null;
  return (
    <p className="small gap">
      {`${say('form.pos')} `}
      <a href={pos} rel="noreferrer">
        {say('form.posLink')}
      </a>
    </p>
  );
}
