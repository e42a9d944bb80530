import { useRef, useState } from 'react';
import { useCommand } from '../../frame/command.js';
import { useDirectory } from '../../frame/directory.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import { Button } from '../../parts/button.js';
import { instantOf, localMoment, momentIn } from '../../parts/dates.js';
import { Form, Submit } from '../../parts/form.js';
import { LabelledChoice, LabelledLine, LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import { openIssueDocument } from './known-issues.queries.js';

const HOUR_MS = 3_600_000;
const USUAL_HOURS = 4;

interface OpenIssueProps {
  readonly onClose: () => void;
  readonly onOpened: () => void;
}

const empty = { title: '', text: '', textSah: '', topics: '', settlements: '', words: '', organisation: '' };

/** Residents are notified; beside it what they will read. */
export function OpenIssue({ onClose, onOpened }: OpenIssueProps) {
  const { code: district, zone } = useDistrict();
  const directory = useDirectory();
  // One key for one filled form: a repeated press after a lost answer opens nothing twice.
  const key = useRef(newKey());
  const [said, setSaid] = useState(empty);
  const [until, setUntil] = useState(() => localMoment(zone, Date.now() + USUAL_HOURS * HOUR_MS));
  const { send, problem, state } = useCommand(openIssueDocument);
  const field = (name: keyof typeof empty) => ({
    label: t(`known.${name}`),
    name,
    value: said[name],
    onValue: (value: string) => setSaid((all) => ({ ...all, [name]: value })),
  });
  const open = async (): Promise<void> => {
    const { title, text, textSah, topics, settlements, organisation } = said;
    const words = said.words.split(',').flatMap((word) => word.trim() || []);
    const input = {
      district,
      key: key.current,
      title,
      text,
      textSah,
      organisation,
      words,
      topics: [topics],
      settlements: settlements === '' ? [] : [settlements],
      until: instantOf(zone, until),
    };
    if (await send({ input })) onOpened();
  };
  return (
    <section className="known-open" aria-label={t('known.open')}>
      <Form problem={problem} onSubmit={() => void open()} onChange={() => (key.current = newKey())}>
        <LabelledLine {...field('title')} label={t('known.titleLine')} required autoFocus maxLength={120} />
        <LabelledChoice {...field('topics')} required none={t('known.chooseTopic')} of={namesOf(directory.topics)} />
        <LabelledChoice {...field('settlements')} none={t('known.everywhere')} of={namesOf(directory.settlements)} />
        <LabelledText {...field('text')} required rows={3} maxLength={1_000} />
        <LabelledText {...field('textSah')} rows={2} maxLength={1_000} />
        <LabelledLine
          label={t('known.until')}
          name="until"
          type="datetime-local"
          required
          value={until}
          onValue={setUntil}
        />
        <LabelledLine {...field('organisation')} maxLength={200} />
        <LabelledLine {...field('words')} maxLength={300} />
        <div className="d-bar">
          <Submit keys="Ctrl Enter" disabled={state !== 'idle'}>
            {t('known.show')}
          </Submit>
          <Button onPress={onClose}>{t('known.cancel')}</Button>
        </div>
      </Form>
      <div>
        <p className="d-label">{t('known.asRead')}</p>
        <article className="known-issue is-live">
          <h2>{said.title || t('known.title')}</h2>
          <p>{said.text}</p>
          <p className="muted">
            {[
              nameOf(directory.topics, said.topics),
              nameOf(directory.settlements, said.settlements) ?? t('known.everywhere'),
            ]
              .filter(Boolean)
              .join(' · ')}
            {until === '' ? null : (
              <>
                <br />
                {t('known.shownUntil', { until: momentIn(zone, instantOf(zone, until)) })}
              </>
            )}
          </p>
        </article>
        <p className="d-label">{t('known.changesNot')}</p>
        <p className="muted">{t('known.changesNotWhat')}</p>
      </div>
    </section>
  );
}

function namesOf(all: readonly { readonly code: string; readonly name: string }[]) {
  return all.map(({ code, name }) => [code, name] as const);
}

function nameOf(all: readonly { readonly code: string; readonly name: string }[], code: string): string | undefined {
  return all.find((one) => one.code === code)?.name;
}
