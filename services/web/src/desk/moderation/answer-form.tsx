import { useState } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { useKeys } from '../../parts/keys.js';
import type { MessageTemplatesQuery } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import { t } from '../../words/words.js';
import { messageTemplates } from './moderation.queries.js';
import { WordsForm } from './words-form.js';

const MAX_LENGTH = 4_000;
/** With a key each. */
const MAX_KEYS = 9;

/** The moderator's own answer, for what needs no case: by a template of the district, or a word. */
export function AnswerForm({ onAnswer }: { readonly onAnswer: (text: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const templates = useTemplates();
  if (!isOpen)
    return (
      <Button keys="KeyR" onPress={() => setOpen(true)}>
        {t('moderation.answerAtOnce')}
      </Button>
    );
  return (
    <WordsForm
      label={t('moderation.answerLabel')}
      hint={t('moderation.answerHint')}
      send={t('moderation.sendAnswer')}
      maxLength={MAX_LENGTH}
      onSend={onAnswer}
      onClose={() => setOpen(false)}
    >
      {(put) => <Templates templates={templates} onChoose={put} />}
    </WordsForm>
  );
}

type Template = MessageTemplatesQuery['answerTemplates'][number];

/** Known before the form opens: its key is pressed right after. Undefined until they have come. */
function useTemplates(): readonly Template[] | undefined {
  const { code: district } = useDistrict();
  const [{ data }] = useQuery({ query: operation(messageTemplates), variables: { district } });
  return data?.answerTemplates;
}

function Templates(props: {
  readonly templates: readonly Template[] | undefined;
  readonly onChoose: (text: string) => void;
}) {
  const { templates = [], onChoose } = props;
  useKeys(
    templates.slice(0, MAX_KEYS).map(({ title, text, filled }, at) => ({
      keys: `Alt+Digit${at + 1}`,
      title,
      run: () => onChoose(filled ?? text),
    })),
  );
  if (templates.length === 0) return props.templates ? <p className="muted">{t('moderation.noTemplates')}</p> : null;
  return (
    <ul className="mod-templates" aria-label={t('moderation.templates')}>
      {templates.map(({ id, title, text, filled }, at) => (
        <li key={id}>
          <button type="button" className="d-link" onClick={() => onChoose(filled ?? text)}>
            {title}
          </button>{' '}
          {at < MAX_KEYS && <kbd>{`Alt ${at + 1}`}</kbd>}
        </li>
      ))}
    </ul>
  );
}
