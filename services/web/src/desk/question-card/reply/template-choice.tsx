import { useState, type KeyboardEvent } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import { useKeys } from '../../../parts/keys.js';
import type { Outcome } from '../../../generated/enumerations.js';
import type { ReplyTemplatesQuery } from '../../../generated/graphql.js';
import { Button } from '../../../parts/button.js';
import { Dialog } from '../../../parts/dialog.js';
import { Kbd } from '../../../parts/kbd.js';
import { t } from '../../../words/words.js';
import { byLikeness } from './by-likeness.js';
import type { TakenText } from './ready-texts.js';
import { templatesDocument } from './reply.queries.js';

type Template = ReplyTemplatesQuery['answerTemplates'][number];

/** A digit chooses so many; the others are reached by the arrows. */
const DIGITS = 9;

/** The district's templates for the question's topic, the nearest to its text first, with the fields that are known filled in. */
export function TemplateChoice(props: {
  readonly question: string;
  /** What was asked. */
  readonly asked: string;
  /** So many are looked at. */
  readonly onShown: (shown: number) => void;
  readonly onChoose: (taken: TakenText, outcome: Outcome | null) => void;
}) {
  const { code: district } = useDistrict();
  const [isOpen, setOpen] = useState(false);
  const [{ data }] = useQuery({
    query: operation(templatesDocument),
    variables: { district, question: props.question },
    requestPolicy: 'cache-first',
  });
  const templates = byLikeness(data?.answerTemplates ?? [], props.asked);
  if (templates.length === 0) return null;
  const open = (): void => {
    props.onShown(templates.length);
    setOpen(true);
  };
  const choose = (template: Template): void => {
    const taken = { text: template.filled ?? template.text, at: templates.indexOf(template), shown: templates.length };
    setOpen(false);
    // The dialog gives the focus back as it closes; then the text takes it.
    setTimeout(() => props.onChoose(taken, template.outcome));
  };
  return (
    <>
      <Button keys="Slash" onPress={open}>
        {t('card.template')}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('card.chooseTemplate')}>
        <TemplateList templates={templates} onChoose={choose} />
      </Dialog>
    </>
  );
}

function TemplateList(props: {
  readonly templates: readonly Template[];
  readonly onChoose: (template: Template) => void;
}) {
  const { templates, onChoose } = props;
  useKeys(
    templates.slice(0, DIGITS).map((template, at) => ({
      keys: `Digit${at + 1}`,
      title: template.title,
      run: () => onChoose(template),
    })),
  );
  return (
    <ol className="templates" onKeyDown={walk}>
      {templates.map((template, at) => (
        <li key={template.id}>
          <button type="button" autoFocus={at === 0} onClick={() => onChoose(template)}>
            <b>{template.title}</b>
            {at < DIGITS && <Kbd keys={`Digit${at + 1}`} />}
            <span className="muted">{template.filled ?? template.text}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** The arrows go from one template to the next. */
function walk(event: KeyboardEvent<HTMLOListElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by]?.focus();
}
