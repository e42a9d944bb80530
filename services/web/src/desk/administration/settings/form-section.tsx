import { useId, type ReactNode } from 'react';
import { useDistrict } from '../../../frame/district.js';
import { t } from '../../../words/words.js';
import { valueAt, wholeOf, withoutEmpty } from './form-values.js';
import type { FileFault } from './field-faults.js';
import { SettingControl } from './setting-control.js';
import type { FormField, FormGroup, SettingForm } from './setting-forms.js';
import type { Value } from './edited-yaml.js';
import type { Draft } from './use-draft.js';

/** One form of many fields of the file; what is wrong is shown at its field, and what is of none of them above. */
export function FormSection({
  form,
  draft,
  children,
}: {
  readonly form: SettingForm;
  readonly draft: Draft;
  /** What the form looks like where it is used. */
  readonly children?: ReactNode;
}) {
  const { title, groups, about, links = [] } = form;
  const { code: district } = useDistrict();
  const faults = faultsOf(groups, draft);
  return (
    <>
      <section className="wl-list settings-form" aria-label={t(title)}>
        <h1>{t(title)}</h1>
        {faults.ofNone.map(({ message, place }) => (
          <p key={`${place} ${message}`} className="d-warn" role="alert">
            {message}
          </p>
        ))}
        {groups.filter(isThere(draft)).map((group) => (
          <Group key={group.title} group={group} draft={draft} faultsOf={faults.of} />
        ))}
      </section>
      <aside className="peek" aria-label={t('settings.whatItMeans')}>
        {children}
        <div className="d-form">
          {about.map((words) => (
            <p key={words} className="muted">
              {t(words)}
            </p>
          ))}
          {links.map(({ to, label }) => (
            <p key={to}>
              <a href={`/desk/${district}/administration/${to}`}>{t(label)}</a>
            </p>
          ))}
        </div>
      </aside>
    </>
  );
}

function Group(props: {
  readonly group: FormGroup;
  readonly draft: Draft;
  readonly faultsOf: (field: FormField) => readonly FileFault[];
}) {
  const { group, draft, faultsOf } = props;
  const id = useId();
  return (
    <div className="settings-group" role="group" aria-labelledby={id}>
      <h2 id={id}>{t(group.title)}</h2>
      {group.about && <p className="muted small">{t(group.about)}</p>}
      <div className="settings-fields">
        {group.fields.map((field) => (
          <SettingControl
            key={field.path.join('.')}
            field={field}
            value={valueAt(draft.model, field.path)}
            model={draft.model}
            faults={faultsOf(field)}
            onValue={(value) => put(draft, group, field.path, value)}
          />
        ))}
      </div>
    </div>
  );
}

function put({ model, edit }: Draft, group: FormGroup, path: readonly string[], value: Value | undefined): void {
  const of = path.slice(0, -1);
  const whole = group.isWhole ? wholeOf(group.fields, valueAt(model, of), path.at(-1)!, value) : undefined;
  if (whole) return edit(of, whole);
  if (value !== undefined) return edit(path, value);
  const [around, left] = withoutEmpty(model, group.isWhole ? of : path);
  edit(around, left);
}

const isThere =
  ({ model }: Draft) =>
  ({ isOptional, fields }: FormGroup): boolean =>
    !isOptional || valueAt(model, fields[0]!.path.slice(0, -1)) !== undefined;

/** Faults by field, their places within the field; and those of the form's parts of the file that are of no field. */
function faultsOf(groups: readonly FormGroup[], { differences }: Draft) {
  const faults = differences?.faults ?? [];
  const fields = groups.flatMap((group) => group.fields);
  const isOf = ({ path }: Pick<FormField, 'path'>) => {
    const around = `/${path.join('/')}`;
    return ({ place }: FileFault) => place === around || place.startsWith(`${around}/`);
  };
  const of = (field: FormField) => faults.filter(isOf(field));
  const parts = [...new Set(fields.map(({ path }) => path[0]!))];
  const ofNone = faults.filter(
    (fault) => parts.some((part) => isOf({ path: [part] })(fault)) && !fields.some((field) => isOf(field)(fault)),
  );
  return { of, ofNone };
}
