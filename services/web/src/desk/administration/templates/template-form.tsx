import { useState } from 'react';
import type { Outcome } from '../../../generated/enumerations.js';
import { useCommand } from '../../../frame/command.js';
import { newKey } from '../../../frame/new-key.js';
import { useDistrict } from '../../../frame/district.js';
import { Button } from '../../../parts/button.js';
import { Problem } from '../../../parts/problem.js';
import { Form } from '../../../parts/form.js';
import { t } from '../../../words/words.js';
import type { Template, TopicName } from './templates.js';
import { removeTemplateDocument, saveTemplateDocument } from './templates.queries.js';

const outcomes = ['SUPPORTED', 'NOT_SUPPORTED', 'EXPLAINED', 'MEASURES_TAKEN'] as const satisfies readonly Outcome[];

/** A template's text with its fields, or a new one. */
export function TemplateForm(props: {
  readonly template: Template | undefined;
  readonly topics: readonly TopicName[];
  readonly onSaved: (id?: string) => void;
}) {
  const { template, topics, onSaved } = props;
  const { code: district } = useDistrict();
  const { send, problem } = useCommand(saveTemplateDocument);
  const save = async (form: HTMLFormElement): Promise<void> => {
    const field = new FormData(form);
    const text = (name: string): string => String(field.get(name)).trim();
    const saved = await send({
      input: {
        district,
        key: newKey(),
        title: text('title'),
        text: text('text'),
        topic: text('topic') || null,
        outcome: (text('outcome') || null) as Outcome | null,
        forMessages: field.has('forMessages'),
        ...(template && { id: template.id, expectedVersion: template.version }),
      },
    });
    if (saved) onSaved(saved.id);
  };
  return (
    <aside className="peek" aria-label={template?.title ?? t('administration.newTemplate')}>
      <Form className="template-form" problem={problem} onSubmit={(form) => void save(form)}>
        <h2>{template ? t('administration.changeTemplate') : t('administration.newTemplate')}</h2>
        <Fields template={template} topics={topics} />
        <p className="muted small d-gap">{t('administration.templateFields')}</p>
        <div className="d-bar d-gap2">
          <button type="submit" className="d-button is-main">
            {t('administration.saveTemplate')}
          </button>
          {template && <Removal template={template} onRemoved={() => onSaved()} />}
        </div>
      </Form>
    </aside>
  );
}

function Fields({
  template,
  topics,
}: {
  readonly template: Template | undefined;
  readonly topics: readonly TopicName[];
}) {
  return (
    <>
      <label>
        {t('administration.templateTitle')}
        <input name="title" required maxLength={200} defaultValue={template?.title} />
      </label>
      <label className="d-check">
        <input type="checkbox" name="forMessages" defaultChecked={template?.forMessages ?? false} />
        {t('administration.templateForMessages')}
      </label>
      <label>
        {t('administration.topic')}
        <select name="topic" defaultValue={template?.topic ?? ''}>
          <option value="">{t('administration.everyTopic')}</option>
          {topics.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('administration.outcome')}
        <select name="outcome" defaultValue={template?.outcome ?? ''}>
          <option value="">{t('administration.anyOutcome')}</option>
          {outcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {t(`administration.outcome${outcome}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('administration.templateText')}
        <textarea name="text" className="template-text" required rows={16} defaultValue={template?.text} />
      </label>
    </>
  );
}

function Removal({ template, onRemoved }: { readonly template: Template; readonly onRemoved: () => void }) {
  const { code: district } = useDistrict();
  const { send, problem } = useCommand(removeTemplateDocument);
  const [asking, ask] = useState(false);
  const remove = async (): Promise<void> => {
    const { id, version: expectedVersion } = template;
    if (await send({ input: { district, id, key: newKey(), expectedVersion } })) onRemoved();
  };
  return (
    <>
      {asking ? (
        <Button onPress={() => void remove()}>{t('administration.removeYes')}</Button>
      ) : (
        <Button onPress={() => ask(true)}>{t('administration.removeTemplate')}</Button>
      )}
      <Problem problem={problem} />
    </>
  );
}
