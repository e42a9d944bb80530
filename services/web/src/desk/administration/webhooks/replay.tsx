import { useState } from 'react';
import { useCommand } from '../../../frame/command.js';
import { useDistrict } from '../../../frame/district.js';
import { newKey } from '../../../frame/new-key.js';
import { instantOf, localMoment, momentIn } from '../../../parts/dates.js';
import { Form } from '../../../parts/form.js';
import { t } from '../../../words/words.js';
import type { PanelProps } from './webhook-panel.js';
import { replayWebhookDocument } from './webhooks.queries.js';

const DAY_MS = 86_400_000;

/** What happened in a time is sent again: the receiver was broken, or is new. */
export function Replay({ webhook, onChanged }: Pick<PanelProps, 'webhook' | 'onChanged'>) {
  const { code: district, zone } = useDistrict();
  const [opened, open] = useState(() => Date.now());
  const [replayed, setReplayed] = useState<number>();
  const { send, problem, state } = useCommand(replayWebhookDocument);
  const { id, version: expectedVersion, keptSince } = webhook;
  if (!keptSince) return null;
  const replay = async (form: HTMLFormElement): Promise<void> => {
    const data = new FormData(form);
    const instant = (name: string): string => instantOf(zone, String(data.get(name)));
    const period = { from: instant('from'), to: instant('to') };
    const change = await send({ input: { district, id, key: newKey(), expectedVersion, ...period } });
    if (!change) return;
    setReplayed(change.replayed ?? 0);
    onChanged(id);
  };
  return (
    <details className="d-gap" onToggle={({ currentTarget }) => currentTarget.open && open(Date.now())}>
      <summary>{t('webhooks.replay')}</summary>
      <Form key={opened} className="away" problem={problem} onSubmit={(form) => void replay(form)}>
        <label>
          {t('webhooks.from')}
          <input
            type="datetime-local"
            name="from"
            required
            defaultValue={localMoment(zone, Math.max(opened - DAY_MS, Date.parse(keptSince)))}
          />
        </label>
        <label>
          {t('webhooks.to')}
          <input type="datetime-local" name="to" required defaultValue={localMoment(zone, opened + 60_000)} />
        </label>
        <small className="muted w">{t('webhooks.keptSince', { at: momentIn(zone, keptSince) })}</small>
        <button type="submit" className="d-button" disabled={state !== 'idle'}>
          {t('webhooks.replayNow')}
        </button>
        <span role="status">{replayed === undefined ? '' : t('webhooks.replayed', { count: replayed })}</span>
      </Form>
    </details>
  );
}
