import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import { useSender } from '../frame/command.js';
import { newKey } from '../frame/new-key.js';
import { mayUse, useViewer } from '../frame/viewer.js';
import { removeViewDocument, saveViewDocument, shareViewDocument } from '../desk/worklist/saved-views.queries.js';
import type { SearchNewsWay } from '../generated/graphql.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Form } from '../parts/form.js';
import { LabelledTick } from '../parts/labelled.js';
import { Problem } from '../parts/problem.js';
import { t } from '../words/words.js';
import { useLetterLink } from './use-letter-link.js';
import { addressOf, savedParts, SEARCH, type SavedSearch } from './saved-search.js';
import { MAX_NAME, useSavedSearches } from './use-saved-searches.js';

/** Saved searches, own and shared, and how much is new in those that the official follows. */
export function SavedSearches() {
  const { home, searches, isLoaded, fresh, follow, reload } = useSavedSearches();
  const opened = useLetterLink(isLoaded ? searches : undefined, (search) => void follow(search, true));
  const [dialog, open] = useState<'saving' | 'list'>();
  if (!home) return null;
  const close = (): void => open(undefined);
  const count = searches.length;
  const news = searches.reduce((sum, { id, followed }) => sum + (followed ? (fresh.get(id) ?? 0) : 0), 0);
  return (
    <>
      {opened !== undefined && (
        <span className="muted" role="status">
          {opened}
        </span>
      )}
      <Button look="plain" onPress={() => open('list')}>
        {news > 0 ? t('analysis.savedNew', { count, fresh: news }) : t('analysis.saved', { count })}
      </Button>
      <Button keys="Control+KeyS" onPress={() => open('saving')}>
        {t('analysis.save')}
      </Button>
      <Dialog open={dialog === 'saving'} onClose={close} title={t('analysis.saveTitle')}>
        <Saving
          district={home.code}
          searches={searches}
          onSaved={() => {
            close();
            reload();
          }}
        />
      </Dialog>
      <Dialog open={dialog === 'list'} onClose={close} title={t('analysis.savedTitle')}>
        {count === 0 && <p className="d-gap">{t('analysis.noneSaved')}</p>}
        <ul className="asks is-saved d-gap">
          {searches.map((search) => (
            <Saved
              key={search.id}
              search={search}
              district={home.code}
              fresh={fresh.get(search.id)}
              onOpen={() => {
                close();
                if (search.followed) void follow(search, true);
              }}
              onFollow={(isOn) => follow(search, isOn)}
              onWays={(ways) => follow(search, true, ways)}
              onChange={reload}
            />
          ))}
        </ul>
        <p className="muted small d-gap">{t('analysis.savedHint')}</p>
      </Dialog>
    </>
  );
}

/** Gives what is searched now a name; an own search of this name becomes this one. */
function Saving(props: {
  readonly district: string;
  readonly searches: readonly SavedSearch[];
  readonly onSaved: () => void;
}) {
  const { district, searches, onSaved } = props;
  const search = useSearch();
  const { send, problem } = useSender();
  const save = async (name: string): Promise<void> => {
    const former = searches.find((one) => one.isOwn && one.name === name);
    const same = former && { id: former.id, expectedVersion: former.version };
    const input = { district, key: newKey(), name, list: SEARCH, ...savedParts(search), ...same };
    if (await send(saveViewDocument, { input })) onSaved();
  };
  return <Naming name={savedParts(search).words ?? ''} onName={(name) => void save(name)} problem={problem} />;
}

function Naming(props: {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly problem: ReturnType<typeof useSender>['problem'];
}) {
  return (
    <Form className="" onSubmit={(form) => props.onName(String(new FormData(form).get('name')).trim())}>
      <Problem problem={props.problem} />
      <label className="d-field d-gap">
        <span>{t('analysis.saveName')}</span>
        <input name="name" required maxLength={MAX_NAME} defaultValue={props.name.slice(0, MAX_NAME)} />
      </label>
      <div className="d-bar d-gap2">
        <button type="submit" className="d-button is-main">
          {t('analysis.save')}
        </button>
      </div>
    </Form>
  );
}

interface SavedProps {
  readonly search: SavedSearch;
  readonly district: string;
  /** Undefined: not followed, or not known yet. */
  readonly fresh: number | undefined;
  readonly onOpen: () => void;
  readonly onFollow: (isOn: boolean) => Promise<boolean>;
  readonly onWays: (ways: readonly SearchNewsWay[]) => Promise<boolean>;
  readonly onChange: () => void;
}

function Saved({ search, district, fresh, onOpen, onFollow, onWays, onChange }: SavedProps) {
  const viewer = useViewer();
  const { send, problem } = useSender();
  const [isRenamed, rename] = useState(false);
  const { id, version, name, query, words, isShared, mayChange, followed } = search;
  const change = { district, id, expectedVersion: version };
  const renameTo = async (given: string): Promise<void> => {
    const input = { ...change, key: newKey(), name: given, list: SEARCH, query, words: words ?? null };
    if (!(await send(saveViewDocument, { input }))) return;
    rename(false);
    onChange();
  };
  const share = async (shared: boolean): Promise<boolean> => {
    const isDone = Boolean(await send(shareViewDocument, { input: { ...change, key: newKey(), isShared: shared } }));
    if (isDone) onChange();
    return isDone;
  };
  const remove = async (): Promise<void> => {
    if (await send(removeViewDocument, { input: { ...change, key: newKey() } })) onChange();
  };
  return (
    <li>
      <span>
        <Link href={`/analysis${addressOf(search)}`} onClick={onOpen}>
          {isShared ? t('analysis.savedShared', { name }) : name}
        </Link>{' '}
        {followed && fresh !== undefined && <b className="num">{t('analysis.fresh', { count: fresh })}</b>}
      </span>
      <span className="d-bar" role="group" aria-label={t('analysis.savedActs', { name })}>
        <NewsWays search={search} onFollow={onFollow} onWays={onWays} />
        {mayChange && mayUse(viewer, district, 'shareView') && (words === null || isShared) && (
          <AskedTick label={t('worklist.viewDistrict')} value={isShared} onValue={share} />
        )}
        {mayChange && (
          <>
            <button type="button" className="d-link" onClick={() => rename(!isRenamed)}>
              {t('analysis.rename')}
            </button>
            <button type="button" className="d-link" onClick={() => void remove()}>
              {t('analysis.forget')}
            </button>
          </>
        )}
      </span>
      <ListAlone {...search} />
      {isRenamed ? (
        <Naming name={name} onName={(given) => void renameTo(given)} problem={problem} />
      ) : (
        <Problem problem={problem} />
      )}
    </li>
  );
}

const ways = ['LETTER', 'WEBHOOK'] as const;

/** How the official learns what is new in it. */
function NewsWays({
  search: { followed, mayBeSent },
  onFollow,
  onWays,
}: Pick<SavedProps, 'search' | 'onFollow' | 'onWays'>) {
  const chosen = followed?.ways ?? [];
  return (
    <>
      <AskedTick label={t('analysis.follow')} value={Boolean(followed)} onValue={onFollow} />
      {followed &&
        mayBeSent &&
        ways.map((way) => (
          <AskedTick
            key={way}
            label={t(`analysis.by${way}`)}
            value={chosen.includes(way)}
            onValue={(isOn) => onWays([...chosen.filter((one) => one !== way), ...(isOn ? [way] : [])])}
          />
        ))}
    </>
  );
}

function ListAlone({ followed, mayBeSent }: SavedSearch) {
  return followed && !mayBeSent ? <p className="muted small">{t('analysis.listAlone')}</p> : null;
}

/** Shows what was asked for until it is known, and what was before where it was refused. */
function AskedTick(props: {
  readonly label: string;
  readonly value: boolean;
  readonly onValue: (value: boolean) => Promise<boolean>;
}) {
  const { label, value, onValue } = props;
  const [asked, ask] = useState<boolean>();
  const set = async (on: boolean): Promise<void> => {
    ask(on);
    if (!(await onValue(on))) ask(undefined);
  };
  return <LabelledTick label={label} value={asked ?? value} onValue={(on) => void set(on)} />;
}
