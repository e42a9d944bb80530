import { useId, type ReactNode } from 'react';
import { t } from '../../../words/words.js';
import { ChoiceControl } from './choice-control.js';
import { CodesControl } from './codes-control.js';
import { textsOf, type Model } from './district-model.js';
import type { Value } from './edited-yaml.js';
import type { FileFault } from './field-faults.js';
import { isLine, LineControl } from './line-control.js';
import { QuestionsControl } from './questions-control.js';
import { RowsControl } from './rows-control.js';
import type { SettingField } from './setting-parts.js';
import { NumbersControl, PlacesControl, PointControl, WordsControl } from './typed-controls.js';

export interface ControlProps {
  readonly field: SettingField;
  readonly value: Value | undefined;
  readonly model: Model;
  readonly faults: readonly FileFault[];
  /** Undefined: the file has the field no longer. */
  readonly onValue: (value: Value | undefined) => void;
}

/** Of the control: where it is said what is wrong with it. */
export interface Described {
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
}

const choices: ReadonlySet<string> = new Set(['choice', 'department', 'topic', 'official']);

/** The control of a field, with what the server found wrong with it. */
export function SettingControl(props: ControlProps) {
  const { field, faults } = props;
  const id = useId();
  const described: Described = { 'aria-describedby': id, 'aria-invalid': faults.length > 0 };
  const isChoice = choices.has(field.kind);
  const below = (
    <div id={id}>
      {field.hint && <small className="muted">{t(field.hint)}</small>}
      {/* A list may have several faults of one kind. */}
      {[...new Set(faults.map(({ message }) => message))].map((message) => (
        <small key={message} className="attn d-fault">
          {message}
        </small>
      ))}
    </div>
  );
  if (isChoice || isLine(field.kind))
    return (
      <div className={`settings-field is-${field.kind}`}>
        <label>
          {t(field.label)}
          {isChoice ? (
            <ChoiceControl {...props} described={described} />
          ) : (
            <LineControl {...props} described={described} />
          )}
        </label>
        {below}
      </div>
    );
  return (
    <fieldset className={`settings-field is-${field.kind}`} aria-describedby={id}>
      <legend>{t(field.label)}</legend>
      <Parts {...props} />
      {below}
    </fieldset>
  );
}

/** What has several values, or one of several parts. */
function Parts(props: ControlProps): ReactNode {
  const { field, value, model, onValue } = props;
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
    case 'numbers':
      return <NumbersControl label={label} value={value} onValue={onValue} />;
    case 'point':
      return <PointControl label={label} value={value} onValue={onValue} />;
    case 'rows':
      return <RowsControl {...props} />;
    default:
      return <QuestionsControl value={value} onValue={onValue} />;
  }
}

function oneOrSeveral(codes: readonly string[]): Value | undefined {
  return codes.length === 0 ? undefined : codes;
}
