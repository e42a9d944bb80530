import { textOf } from './district-model.js';
import type { Value } from './edited-yaml.js';
import type { ControlProps, Described } from './setting-control.js';
import type { LineKind, SettingField } from './setting-parts.js';

const types = { line: 'text', number: 'text', clock: 'time', day: 'date' } as const;
const MAX = { line: 300, text: 6_000, number: 6, clock: 5, day: 10 } as const;

export function isLine(kind: SettingField['kind']): kind is LineKind {
  return kind in MAX;
}

/** One line of the file, or one text of several. */
export function LineControl({ field, value, onValue, described }: ControlProps & { readonly described: Described }) {
  const kind = field.kind as LineKind;
  const given = {
    value: textOf(value),
    maxLength: MAX[kind],
    ...described,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onValue(read(target.value, field)),
    onBlur: ({ target }: { readonly target: { readonly value: string } }) => {
      if (target.value !== target.value.trim()) onValue(read(target.value.trim(), field));
    },
  };
  if (kind === 'text') return <textarea className="editor is-short" rows={6} {...given} />;
  const isNumber = kind !== 'line';
  return (
    <input
      className={isNumber ? 'd-input num' : 'd-input'}
      type={types[kind]}
      {...(kind === 'number' && { inputMode: 'numeric' as const })}
      {...given}
    />
  );
}

/** Anything that is empty and not kept is not in the file; what is no number stays as it is, and the server says so. */
function read(text: string, { kind, isKept }: SettingField): Value | undefined {
  if (text === '' && !isKept) return undefined;
  return kind === 'number' && /^\d+$/.test(text) ? Number(text) : text;
}
