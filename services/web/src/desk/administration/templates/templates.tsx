import { useState } from 'react';
import { useQuery } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import { SplitScreen } from '../../../frame/split-screen.js';
import type { AnswerTemplatesQuery } from '../../../generated/graphql.js';
import { Button } from '../../../parts/button.js';
import { column, type Column } from '../../../parts/data-table/column.js';
import { DataTable } from '../../../parts/data-table/data-table.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { TemplateForm } from './template-form.js';
import { templatesDocument, topicsDocument } from './templates.queries.js';
import '../administration.css';

export type Template = AnswerTemplatesQuery['answerTemplates'][number];
export interface TopicName {
  readonly code: string;
  readonly name: string;
}

/** The district's letter templates by topic; executors choose them while they answer. */
export function Templates() {
  const { code: district } = useDistrict();
  const variables = { district };
  const [{ data, error }, reload] = useQuery({ query: operation(templatesDocument), variables });
  const [{ data: known }] = useQuery({ query: operation(topicsDocument), variables });
  const { get, set } = useAddress();
  const [isNew, makeNew] = useState(false);
  const templates = data?.answerTemplates ?? [];
  const topics = known?.directory.topics ?? [];
  const shown = templates.filter((one) => get('topic') === '' || kindOf(one) === get('topic'));
  const chosen = isNew ? undefined : (templates.find(({ id }) => id === get('template')) ?? shown[0]);
  const renew = (id?: string): void => {
    makeNew(false);
    if (id !== undefined) set({ template: id }, { replace: true });
    reload({ requestPolicy: 'network-only' });
  };
  return (
    <SplitScreen className="wl is-wide is-templates" isNew={isNew}>
      <section className="wl-list" aria-label={t('administration.templates')}>
        <div className="wl-head">
          <div className="d-bar">
            <h1>
              {t('administration.templates')}
              <small>{data ? shown.length : t('frame.loading')}</small>
            </h1>
            <span className="is-end" />
            <Button keys="Alt+KeyN" onPress={() => makeNew(true)}>
              {t('administration.newTemplate')}
            </Button>
          </div>
          <TopicFilter topics={topics} />
        </div>
        <Problem problem={error && failureOf(error)} onAgain={() => renew()} />
        <TemplateList templates={shown} topics={topics} chosen={chosen} onChoose={() => makeNew(false)} />
      </section>
      <TemplateForm
        key={chosen ? `${chosen.id} ${chosen.version}` : 'new'}
        template={chosen}
        topics={topics}
        onSaved={renew}
      />
    </SplitScreen>
  );
}

function kindOf({ topic, forMessages }: Template): string {
  return forMessages ? 'MESSAGES' : (topic ?? 'ANY');
}

function TopicFilter({ topics }: { readonly topics: readonly TopicName[] }) {
  const { get, set } = useAddress();
  return (
    <div className="d-bar">
      <select
        aria-label={t('administration.topic')}
        value={get('topic')}
        onChange={({ target }) => set({ topic: target.value })}
      >
        <option value="">{t('administration.allTopics')}</option>
        <option value="ANY">{t('administration.everyTopic')}</option>
        <option value="MESSAGES">{t('administration.forMessages')}</option>
        {topics.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function TemplateList(props: {
  readonly templates: readonly Template[];
  readonly topics: readonly TopicName[];
  readonly chosen: Template | undefined;
  readonly onChoose: () => void;
}) {
  const { templates, topics, chosen, onChoose } = props;
  const { set } = useAddress();
  const choose = (id: string): void => {
    onChoose();
    set({ template: id }, { replace: true });
  };
  return (
    <DataTable
      look="grid"
      label={t('administration.templates')}
      columns={templateColumns(topics)}
      rows={templates}
      idOf={({ id }) => id}
      choice={{ id: chosen?.id, onChoose: ({ id }) => choose(id) }}
      empty={<p className="wl-empty">{t('administration.noTemplates')}</p>}
    />
  );
}

function templateColumns(topics: readonly TopicName[]): readonly Column<Template>[] {
  const topicOf = ({ topic, forMessages }: Template): string => {
    if (forMessages) return t('administration.forMessages');
    return topics.find(({ code }) => code === topic)?.name ?? t('administration.everyTopic');
  };
  return [
    column('title', t('administration.templateTitle'), ({ title }) => title, {
      as: 'choice',
      phone: 'head',
      sort: true,
      width: '56%',
    }),
    column('topic', t('administration.topic'), topicOf, { sort: true }),
  ];
}
