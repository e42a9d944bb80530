import { use, useId, useState } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import type { CardCodeProposalsQuery } from '../../generated/graphql.js';
import { FormProblem } from '../../parts/form.js';
import { Problem } from '../../parts/problem.js';
import { useSettled } from '../../parts/use-settled.js';
import { t } from '../../words/words.js';
import { themesOf, type ClassifierChoices, type ClassifierLine, type ClassifierTheme } from './classifier-lines.js';
import { whyOf } from './learned-words.js';
import { classifierDocument, codeProposalsDocument } from './classifier.queries.js';

/** Of what is proposed so many are chosen by one key. */
const KEYS = 3;
const TYPING_MS = 150;

export interface FinderProps {
  readonly question: string;
  /** Codes of its topic and department. */
  readonly topic: string | undefined;
  readonly department: string | undefined;
  /** The code that it has. */
  readonly value: string;
  readonly isOpen: boolean;
  readonly onChoose: (code: string) => void;
}

const NOTHING: ClassifierChoices = { editions: [], proposed: [], favourites: [], found: [] };

/** What is proposed above what the words find. */
export function ClassifierFinder({ question, topic, department, value, isOpen, onChoose }: FinderProps) {
  const id = useId();
  const { code: district } = useDistrict();
  const refused = use(FormProblem);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(-1);
  const search = useSettled(typed.trim(), TYPING_MS);
  const variables = { district, search, topic: topic ?? null, department: department ?? null };
  const [{ data, error, fetching }, again] = useQuery({
    query: operation(classifierDocument),
    variables,
    pause: !isOpen,
  });
  const choices = data?.classifier ?? NOTHING;
  const proposing = useProposals(question, isOpen);
  // Nothing is chosen while what is shown is not yet what the words find.
  const isSettled = search === typed.trim() && !fetching && proposing.isDone;
  const themes = themesOf(choices, proposing.codes, search);
  const lines = themes.flatMap((theme) => theme.lines);
  const chosen = Math.min(at, lines.length - 1);
  const choose = (line: ClassifierLine | undefined): void => {
    if (line && isSettled) onChoose(line.code);
  };
  const digit = (key: string): ClassifierLine | undefined =>
    typed === '' && /^[1-9]$/.test(key) ? proposedOf(themes)[Number(key) - 1] : undefined;
  return (
    <div className="palette classifier">
      <input
        className="d-input"
        name="classifier"
        autoFocus
        role="combobox"
        maxLength={200}
        autoComplete="off"
        aria-expanded={lines.length > 0}
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={chosen < 0 ? undefined : `${id}-${chosen}`}
        aria-label={t('card.classifyWords')}
        placeholder={t('card.classifyWords')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(target.value.trim() === '' ? -1 : 0);
        }}
        onKeyDown={(event) => {
          const { key } = event;
          const byKey = digit(key);
          if (byKey) choose(byKey);
          else if (key === 'ArrowDown') setAt((chosen + 1) % Math.max(1, lines.length));
          else if (key === 'ArrowUp') setAt(chosen > 0 ? chosen - 1 : lines.length - 1);
          else if (key === 'Enter') choose(lines[chosen]);
          else return;
          event.preventDefault();
        }}
      />
      <div id={id} role="listbox" aria-label={t('card.classify')} className="classifier-list">
        {themes.map((theme, index) => (
          <Theme
            key={`${theme.of}${theme.theme}`}
            theme={theme}
            isFirst={theme.of !== themes[index - 1]?.of}
            first={themes.slice(0, index).flatMap((one) => one.lines).length}
            id={id}
            chosen={chosen}
            value={value}
            choose={choose}
          />
        ))}
      </div>
      <Problem problem={refused} />
      {error && <Problem problem={failureOf(error)} onAgain={() => again({ requestPolicy: 'network-only' })} />}
      {search === '' && <Rate of={proposing.rate} />}
      <p className="muted small" role="status">
        {statusOf(choices, { search, count: lines.length, isSettled })}
      </p>
    </div>
  );
}

/** What is proposed for the question; a form without it is complete. */
function useProposals(question: string, isOpen: boolean) {
  const { code: district } = useDistrict();
  const [{ data, fetching }] = useQuery({
    query: operation(codeProposalsDocument),
    variables: { district, question },
    pause: !isOpen,
    // What was learned since is proposed by the next opening.
    requestPolicy: 'cache-and-network',
  });
  const rate = data?.codeProposals;
  return { codes: rate?.codes ?? [], rate, isDone: rate !== undefined || !fetching };
}

/** How often what is proposed was chosen of late. */
function Rate({ of }: { readonly of: CardCodeProposalsQuery['codeProposals'] | undefined }) {
  if (!of || of.judged === 0) return null;
  const { judged, first, amongThree } = of;
  return <p className="muted small">{t('card.classifyRate', { judged, first, amongThree })}</p>;
}

interface ThemeProps {
  readonly theme: ClassifierTheme;
  /** The first of its kind, which is said above it. */
  readonly isFirst: boolean;
  /** The place of its first line among all. */
  readonly first: number;
  readonly id: string;
  readonly chosen: number;
  readonly value: string;
  readonly choose: (line: ClassifierLine) => void;
}

function Theme({ theme: { of, theme, path, lines }, isFirst, first, id, chosen, value, choose }: ThemeProps) {
  return (
    <div role="group" aria-label={path || t('card.classifyTYPED')}>
      {isFirst && (
        <p className="d-label" role="presentation">
          {t(`card.classify${of}`)}
        </p>
      )}
      {path && (
        <p className="muted small" role="presentation" title={theme}>
          {path}
        </p>
      )}
      <ul role="presentation">
        {lines.map((line, at) => (
          <li
            key={line.code}
            id={`${id}-${first + at}`}
            role="option"
            aria-selected={first + at === chosen}
            aria-current={line.code === value || undefined}
            ref={first + at === chosen ? showWhole : undefined}
            onClick={() => choose(line)}
          >
            {of === 'PROPOSED' && first + at < KEYS && <kbd aria-hidden="true">{first + at + 1}</kbd>}
            {line.name ?? t('card.classifyUnnamed')} <span className="num muted">{line.code}</span>
            {line.because && <span className="muted small classifier-why">{reasonOf(line.because)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function reasonOf({ isOfTopic, words }: NonNullable<ClassifierLine['because']>): string {
  return [isOfTopic && t('card.classifyOfTopic'), whyOf(words)].filter(Boolean).join(', ');
}

/** Those that a key of its own chooses. */
function proposedOf(themes: readonly ClassifierTheme[]): readonly ClassifierLine[] {
  return themes
    .filter(({ of }) => of === 'PROPOSED')
    .flatMap(({ lines }) => lines)
    .slice(0, KEYS);
}

function statusOf(
  { editions }: ClassifierChoices,
  { search, count, isSettled }: { readonly search: string; readonly count: number; readonly isSettled: boolean },
): string {
  if (!isSettled) return t('frame.loading');
  const [newest] = editions;
  if (!newest) return t('card.classifyNoEdition');
  const said = search !== '' && count === 0 ? t('card.classifyNone') : '';
  const edition = t(newest.isWhole ? 'card.classifyEdition' : 'card.classifyPart', { edition: newest.edition });
  return [said, edition].filter(Boolean).join(' ');
}

function showWhole(line: HTMLElement | null): void {
  line?.scrollIntoView({ block: 'nearest' });
}
