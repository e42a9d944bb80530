import { useRef } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import { useKeys } from '../../../frame/keys.js';
import type { Outcome } from '../../../generated/enumerations.js';
import { Kbd } from '../../../parts/kbd.js';
import { t } from '../../../words/words.js';
import { templatesDocument } from './reply.queries.js';

/** The district's templates for the question's topic, with the fields that are known filled in. */
export function TemplateChoice(props: {
  readonly question: string;
  readonly onChoose: (text: string, outcome: Outcome | null) => void;
}) {
  const { code: district } = useDistrict();
  const select = useRef<HTMLSelectElement>(null);
  const [{ data }] = useQuery({
    query: operation(templatesDocument),
    variables: { district, question: props.question },
    requestPolicy: 'cache-first',
  });
  useKeys([{ keys: 'Slash', title: t('card.template'), run: () => select.current?.focus() }]);
  const templates = data?.answerTemplates ?? [];
  if (templates.length === 0) return null;
  return (
    <label>
      {t('card.template')}
      <select
        ref={select}
        value=""
        onChange={(event) => {
          const chosen = templates.find(({ id }) => id === event.target.value);
          if (chosen) props.onChoose(chosen.filled ?? chosen.text, chosen.outcome);
        }}
      >
        <option value="" disabled>
          {t('card.chooseTemplate', { count: templates.length })}
        </option>
        {templates.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <Kbd keys="Slash" />
    </label>
  );
}
