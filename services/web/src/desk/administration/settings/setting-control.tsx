import { useId, type ReactNode } from 'react';
import { t } from '../../../words/words.js';
import { CodesControl } from './codes-control.js';
import { itemsOf, textOf, textsOf, titleOf, type Model } from './district-model.js';
import { nameOf, type Value } from './edited-yaml.js';
import type { FileFault } from './field-faults.js';
import { PlacesControl, PointControl, WordsControl } from './typed-controls.js';
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
  if (field.kind === 'department' || field.kind === 'topic')
    return (
      <Described {...props} id={id} isLabel>
        <select value={textOf(value)} {...described} onChange={({ target }) => onValue(given(target.value, field))}>
          <option value="">{t(field.isKept ? 'settings.choose' : 'settings.noDepartment')}</option>
          {itemsOf(props.model, field.kind === 'topic' ? 'topics' : 'departments').map((one) => (
            <option key={nameOf(one)} value={nameOf(one)}>
              {titleOf(one)}
            </option>
          ))}
        </select>
      </Described>
    );
  return (
    <Described {...props} id={id}>
      <Parts {...props} />
    </Described>
  );
}

/** What has several values, or one of several parts. */
function Parts({ field, value, model, onValue }: ControlProps) {
  const label = t(field.label);
  switch (field.kind) {
    case 'codes':
      return <CodesControl codes={textsOf(value)} onValue={(codes) => onValue(oneOrSeveral(codes))} />;
    case 'settlements':
      return <PlacesControl codes={textsOf(value)} model={model} onValue={(codes) => onValue(oneOrSeveral(codes))} />;
    case 'words':
      return (
        <WordsControl
          label={label}
          words={textsOf(value)}
          onValue={(words) => onValue(field.isKept ? words : oneOrSeveral(words))}
        />
      );
    case 'point':
      return <PointControl label={label} value={value} onValue={onValue} />;
    default:
      return <QuestionsControl value={value} onValue={onValue} />;
  }
}

/** Anything that is empty and not kept is not in the file. */
function given(text: string, { isKept }: SettingField): string | undefined {
  return text === '' && !isKept ? undefined : text;
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
