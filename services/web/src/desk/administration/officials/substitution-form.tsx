import { useState } from 'react';
import { useCommand } from '../../../frame/command.js';
import { newKey } from '../../../frame/new-key.js';
import { useDistrict } from '../../../frame/district.js';
import { Button } from '../../../parts/button.js';
import { dayIn, fullDate } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { Form } from '../../../parts/form.js';
import { LabelledChoice } from '../../../parts/labelled.js';
import { t } from '../../../words/words.js';
import type { OfficialItem } from './official-words.js';
import { appointSubstituteDocument, endSubstitutionDocument } from './officials.queries.js';

interface FormProps {
  readonly official: OfficialItem;
  readonly officials: readonly OfficialItem[];
  readonly onChanged: () => void;
}

/** Who does the duties of an official by an order: the present ones, those to come, and a new one. */
export function SubstitutionForm({ official, officials, onChanged }: FormProps) {
  const [adding, add] = useState(false);
  return (
    <div>
      <p className="strong">{t('administration.substitutions')}</p>
      {official.substitutions.map((one) => (
        <Appointed key={one.id} official={official} substitution={one} onChanged={onChanged} />
      ))}
      {adding ? (
        <NewSubstitution official={official} officials={officials} onChanged={onChanged} onClose={() => add(false)} />
      ) : (
        <p>
          <Button look="plain" keys="KeyI" onPress={() => add(true)}>
            {t('administration.appoint')}
          </Button>
        </p>
      )}
    </div>
  );
}

function Appointed(props: {
  readonly official: OfficialItem;
  readonly substitution: OfficialItem['substitutions'][number];
  readonly onChanged: () => void;
}) {
  const { official, substitution, onChanged } = props;
  const { code: district } = useDistrict();
  const { send, problem } = useCommand(endSubstitutionDocument);
  const { id: of, from, to, order, substitute } = substitution;
  const end = async (): Promise<void> => {
    const { id, version: expectedVersion } = official;
    if (await send({ input: { district, id, key: newKey(), expectedVersion, substitution: of } })) onChanged();
  };
  return (
    <div className="substitution">
      <p>
        <b>{substitute?.name ?? '—'}</b>{' '}
        <span className="num">{t('administration.days', { from: fullDate(from), to: fullDate(to) })}</span>
        <span className="muted">{order}</span>
      </p>
      <Button look="plain" onPress={() => void end()}>
        {t('administration.endSubstitution')}
      </Button>
      <Problem problem={problem} />
    </div>
  );
}

interface Wanted {
  readonly substitute: string;
  readonly from: string;
  readonly to: string;
  readonly order: string;
  readonly post: string;
}

function NewSubstitution({ official, officials, onChanged, onClose }: FormProps & { readonly onClose: () => void }) {
  const { code: district, zone } = useDistrict();
  const [wanted, change] = useState<Wanted>(() => wantedOf(official, dayIn(zone, Date.now())));
  const { send, problem } = useCommand(appointSubstituteDocument);
  const others = officials.filter(({ id, state }) => id !== official.id && state !== 'DISMISSED');
  const save = async (): Promise<void> => {
    const { id, version: expectedVersion } = official;
    if (await send({ input: { district, id, key: newKey(), expectedVersion, ...wanted } })) onChanged();
  };
  return (
    <Form className="away" problem={problem} onSubmit={() => void save()}>
      <LabelledChoice
        className="w"
        label={t('administration.substitute')}
        name="substitute"
        required
        autoFocus
        none={t('administration.choose')}
        of={others.map(({ id, name }) => [id, name])}
        value={wanted.substitute}
        onValue={(substitute) => change({ ...wanted, substitute })}
      />
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {t(`administration.${end}`)}
          <input
            type="date"
            name={end}
            className="num"
            required
            value={wanted[end]}
            onChange={({ target }) => change({ ...wanted, [end]: target.value })}
          />
        </label>
      ))}
      {(['order', 'post'] as const).map((field) => (
        <label key={field} className="w">
          {t(`administration.${field}`)}
          <input
            name={field}
            required
            maxLength={200}
            value={wanted[field]}
            placeholder={t(`administration.${field}Example`)}
            onChange={({ target }) => change({ ...wanted, [field]: target.value })}
          />
        </label>
      ))}
      <p className="w muted">{t('administration.substituteHint')}</p>
      <div className="w d-bar">
        <button type="submit" className="d-button">
          {t('administration.appointDo')}
        </button>
        <Button onPress={onClose}>{t('administration.noLink')}</Button>
      </div>
    </Form>
  );
}

/** On the days of the absence, where one is recorded. */
function wantedOf({ absence }: OfficialItem, today: string): Wanted {
  const from = absence && absence.from > today ? absence.from : today;
  const to = absence && absence.to >= from ? absence.to : from;
  return { substitute: '', from, to, order: '', post: '' };
}
