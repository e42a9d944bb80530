import { useId, type ReactNode } from 'react';
import { t } from '../../../words/words.js';
import { CodesControl } from './codes-control.js';
import { itemsOf, textOf, textsOf, titleOf, type Model } from './district-model.js';
import { nameOf, type Value } from './edited-yaml.js';
import type { FileFault } from './field-faults.js';
import { QuestionsControl } from './questions-control.js';
import type { SettingField } from './setting-parts.js';

export interface ControlProps {
  readonly field: SettingField;
  readonly value: Value | undefined;
  readonly model: Model;
  readonly faults: readonly FileFault[];
  /** Undefined: the file has the field no longer. */
  readonly onValue: (value: Value | undefined) => void;
}

/** The control of a field, with what the server found wrong with it. */
export function SettingControl(props: ControlProps) {
  const { field, value, faults, onValue } = props;
  const id = useId();
  const described = { 'aria-describedby': id, 'aria-invalid': faults.length > 0 };
  if (field.kind === 'line')
    return (
      <Described {...props} id={id} isLabel>
        <input
          className="d-input"
          maxLength={300}
          value={textOf(value)}
          {...described}
          onChange={({ target }) => onValue(given(target.value, field))}
          onBlur={({ target }) => {
            if (target.value !== target.value.trim()) onValue(given(target.value.trim(), field));
          }}
        />
      </Described>
    );
  if (field.kind === 'department')
    return (
      <Described {...props} id={id} isLabel>
        <select value={textOf(value)} {...described} onChange={({ target }) => onValue(target.value || undefined)}>
          <option value="">{t('settings.noDepartment')}</option>
          {itemsOf(props.model, 'departments').map((one) => (
            <option key={nameOf(one)} value={nameOf(one)}>
              {titleOf(one)}
            </option>
          ))}
        </select>
      </Described>
    );
  return (
    <Described {...props} id={id}>
      {field.kind === 'codes' ? (
        <CodesControl codes={textsOf(value)} onValue={(codes) => onValue(oneOrSeveral(codes))} />
      ) : (
        <QuestionsControl value={value} onValue={onValue} />
      )}
    </Described>
  );
}

/** A name stays, empty or not: that it is missing is said at it. Anything else that is empty is not in the file. */
function given(text: string, { name }: SettingField): string | undefined {
  return text === '' && name !== 'name' ? undefined : text;
}

function oneOrSeveral(codes: readonly string[]): Value | undefined {
  return codes.length === 0 ? undefined : codes;
}

function Described(
  props: ControlProps & { readonly id: string; readonly isLabel?: boolean; readonly children: ReactNode },
) {
  const { field, faults, id, isLabel, children } = props;
  const below = (
    <>
      {field.hint && <small className="muted">{t(field.hint)}</small>}
      {faults.map(({ message }) => (
        <small key={message} className="attn d-fault">
          {message}
        </small>
      ))}
    </>
  );
  if (isLabel)
    return (
      <div className="settings-field">
        <label>
          {t(field.label)}
          {children}
        </label>
        <div id={id}>{below}</div>
      </div>
    );
  return (
    <fieldset className="settings-field" aria-describedby={id}>
      <legend>{t(field.label)}</legend>
      {children}
      <div id={id}>{below}</div>
    </fieldset>
  );
}
