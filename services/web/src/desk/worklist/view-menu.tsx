import { useId, useRef, useState } from 'react';
import { useSender } from '../../frame/command.js';
import { useDirectory } from '../../frame/directory.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import { useMayUse } from '../../frame/viewer.js';
import type { ListView } from '../../frame/worklist-filter.js';
import type { ListCode } from '../../frame/worklists.js';
import { LabelledChoice } from '../../parts/labelled.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { savedParts, type SavedView } from './saved-views.js';
import { removeViewDocument, saveViewDocument, shareViewDocument } from './saved-views.queries.js';

const MAX_NAME = 60;

/** Gives what is shown now a name; an own view of this name shows it from now on. */
export function SaveView(props: {
  readonly code: ListCode;
  readonly view: ListView;
  readonly columns: readonly string[];
  readonly views: readonly SavedView[];
  readonly onSaved: () => void;
}) {
  const { code, view, columns, views, onSaved } = props;
  const { code: district } = useDistrict();
  const { send, stateOf, problem } = useSender();
  const [name, setName] = useState<string>();
  const save = async (given: string): Promise<void> => {
    const list = code.toLowerCase().replaceAll('_', '-');
    const former = views.find((one) => one.isOwn && one.name === given);
    const same = former && { id: former.id, expectedVersion: former.version };
    const input = { district, key: newKey(), name: given, list, ...savedParts(view), columns: [...columns], ...same };
    if (!(await send(saveViewDocument, { input }))) return;
    setName(undefined);
    onSaved();
  };
  if (name === undefined)
    return (
      <button type="button" className="d-button is-plain" onClick={() => setName('')}>
        {t('worklist.saveView')}
      </button>
    );
  const given = name.trim();
  return (
    <>
      <Problem problem={problem} />
      <input
        className="d-input"
        autoFocus
        aria-label={t('worklist.viewName')}
        placeholder={t('worklist.viewName')}
        value={name}
        maxLength={MAX_NAME}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setName(undefined);
          if (event.key === 'Enter' && given) void save(given);
        }}
      />
      <button
        type="button"
        className="d-button"
        disabled={!given || stateOf() !== 'idle'}
        onClick={() => void save(given)}
      >
        {t('worklist.saveView')}
      </button>
    </>
  );
}

const OWN = '-';

/** Whom a view is shown to, its link, and its end. */
export function ViewMenu({ view, onChange }: { readonly view: SavedView; readonly onChange: () => void }) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const { code: district } = useDistrict();
  const { departments } = useDirectory();
  const mayUse = useMayUse();
  const { send, problem } = useSender();
  const change = { district, id: view.id, expectedVersion: view.version };
  const share = async (to: string): Promise<void> => {
    const isShared = to !== OWN;
    const input = { ...change, key: newKey(), isShared, department: isShared && to ? to : null };
    if (await send(shareViewDocument, { input })) onChange();
  };
  const remove = async (): Promise<void> => {
    if (!(await send(removeViewDocument, { input: { ...change, key: newKey() } }))) return;
    panel.current?.hidePopover();
    onChange();
  };
  return (
    <>
      <button type="button" className="d-button is-plain" popoverTarget={id}>
        {t('worklist.viewMenu')}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className="dt-picker wl-more"
        // Escape closes it, and does nothing else on the screen.
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      >
        {mayUse('shareView') && (
          <LabelledChoice
            label={t('worklist.viewSeenBy')}
            value={view.isShared ? (view.department ?? '') : OWN}
            of={[
              [OWN, t('worklist.viewOwn')],
              ['', t('worklist.viewDistrict')],
              ...departments.map(({ code, name }) => [code, name] as const),
            ]}
            onValue={(to) => void share(to)}
          />
        )}
        <button
          type="button"
          className="d-link"
          onClick={() => void navigator.clipboard.writeText(`${location.origin}/desk/${district}/view/${view.id}`)}
        >
          {t('worklist.viewLink')}
        </button>
        <button type="button" className="d-link" onClick={() => void remove()}>
          {t('worklist.forgetView')}
        </button>
        <Problem problem={problem} />
      </div>
    </>
  );
}
