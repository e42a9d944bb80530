import { useState } from 'react';
import { useQuery } from 'urql';
import { useDirectory } from '../../frame/directory.js';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { useRenewed } from '../../frame/use-renewed.js';
import { useMayUse } from '../../frame/viewer.js';
import type { OpenedKnownIssuesQuery } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import { momentIn } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { EndIssue, UpdateIssue } from './change-issue.js';
import { EnoughAnswers } from './enough-answers.js';
import { openedIssuesDocument } from './known-issues.queries.js';
import { OpenIssue } from './open-issue.js';
import '../../parts/boards.css';
import './known-issues.css';

export type OpenedIssue = OpenedKnownIssuesQuery['openedKnownIssues'][number];

/** Issues begin and end elsewhere, too. */
const RENEWED_MS = 30_000;

/** What residents are notified of where they write: what is shown, what waits for the word what was done, what ended of late. */
export function KnownIssues() {
  const { code: district } = useDistrict();
  const mayUse = useMayUse();
  const [isOpening, setOpening] = useState(false);
  const [{ data, error }, reload] = useQuery({ query: operation(openedIssuesDocument), variables: { district } });
  const renew = useRenewed(reload, RENEWED_MS);
  const issues = data?.openedKnownIssues;
  const close = (): void => setOpening(false);
  const opened = (): void => {
    close();
    renew();
  };
  return (
    <main className="board known" id="main">
      <div className="d-bar">
        <h1>
          {t('known.title')} <small>{countWords(issues)}</small>
        </h1>
        {mayUse('openKnownIssue') && !isOpening && (
          <Button look="main" className="is-end" keys="Alt+KeyN" onPress={() => setOpening(true)}>
            {t('known.open')}
          </Button>
        )}
      </div>
      <Problem problem={error && failureOf(error)} onAgain={renew} />
      {isOpening && <OpenIssue onClose={close} onOpened={opened} />}
      <Issues issues={issues} mayChange={mayUse('updateKnownIssue')} onChanged={renew} />
      <EnoughAnswers />
    </main>
  );
}

function countWords(issues: readonly OpenedIssue[] | undefined): string {
  if (!issues) return t('frame.loading');
  return t('known.count', { count: issues.filter(({ state }) => state === 'LIVE').length });
}

interface IssuesProps extends Omit<IssueProps, 'issue'> {
  readonly issues: readonly OpenedIssue[] | undefined;
}

function Issues({ issues, ...props }: IssuesProps) {
  if (!issues) return null;
  if (issues.length === 0) return <p className="muted">{t('known.none')}</p>;
  return issues.map((issue) => <Issue key={issue.id} issue={issue} {...props} />);
}

interface IssueProps {
  readonly issue: OpenedIssue;
  readonly mayChange: boolean;
  readonly onChanged: () => void;
}

function Issue({ issue, mayChange, onChanged }: IssueProps) {
  const { zone } = useDistrict();
  const [form, setForm] = useState<'UPDATE' | 'END'>();
  const { state, title, text, until, joined, done } = issue;
  const changed = (): void => {
    setForm(undefined);
    onChanged();
  };
  return (
    <article className={`known-issue is-${state.toLowerCase()}`} aria-label={title}>
      <h2>{title}</h2>
      <p>{text}</p>
      <p className="muted">{usePlaces(issue)}</p>
      <p className={state === 'LAPSED' ? 'attn' : 'muted'}>
        {t(`known.state${state}`, { at: momentIn(zone, until), count: joined })} {t('known.joined', { count: joined })}
      </p>
      {done && <p>{t('known.done', { done })}</p>}
      {mayChange && state !== 'ENDED' && form === undefined && (
        <div className="d-bar">
          <Button onPress={() => setForm('UPDATE')}>{t('known.update')}</Button>
          <Button onPress={() => setForm('END')}>{t('known.end')}</Button>
        </div>
      )}
      {form === 'UPDATE' && <UpdateIssue issue={issue} onClose={() => setForm(undefined)} onChanged={changed} />}
      {form === 'END' && <EndIssue issue={issue} onClose={() => setForm(undefined)} onChanged={changed} />}
    </article>
  );
}

/** Topics and places by their names, and who works at it. */
function usePlaces({ topics, settlements, organisation }: OpenedIssue): string {
  const directory = useDirectory();
  const named = (all: readonly { code: string; name: string }[], codes: readonly string[]) =>
    codes.map((code) => all.find((one) => one.code === code)?.name ?? code);
  const places = settlements.length === 0 ? [t('known.everywhere')] : named(directory.settlements, settlements);
  return [...named(directory.topics, topics), ...places, ...(organisation ? [organisation] : [])].join(' · ');
}
