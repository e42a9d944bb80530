import { useState } from 'react';
import type { AbsenceReason } from '../../../generated/enumerations.js';
import type { AbsenceInput } from '../../../generated/graphql.js';
import { useCommand } from '../../../frame/command.js';
import { newKey } from '../../../frame/new-key.js';
import { useDistrict } from '../../../frame/district.js';
import { Button } from '../../../parts/button.js';
import { dayIn } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { LabelledChoice } from '../../../parts/labelled.js';
import { t } from '../../../words/words.js';
import type { OfficialItem } from './official-words.js';
import { recordAbsenceDocument } from './officials.queries.js';

const reasons = ['VACATION', 'SICK_LEAVE', 'BUSINESS_TRIP', 'OTHER'] as const satisfies readonly AbsenceReason[];

interface FormProps {
  readonly official: OfficialItem;
  readonly officials: readonly OfficialItem[];
  readonly open: number | undefined;
  readonly onChanged: () => void;
}

interface Away {
  readonly from: string;
  readonly to: string;
  readonly reason: AbsenceReason;
  /** Id; empty: no substitute. */
  readonly standIn: string;
}

function awayOf({ absence }: OfficialItem, today: string): Away {
  if (!absence) return { from: today, to: today, reason: 'VACATION', standIn: '' };
  const { from, to, reason, standIn } = absence;
  return { from, to, reason, standIn: standIn?.id ?? '' };
}

/** The days away and who does the work meanwhile. */
export function AbsenceForm({ official, officials, open = 0, onChanged }: FormProps) {
  const { code: district, zone } = useDistrict();
  const [away, setAway] = useState(() => awayOf(official, dayIn(zone, Date.now())));
  const { send, problem } = useCommand(recordAbsenceDocument);
  const fit = officials.filter((one) => canStandIn(one, official));
  const record = async (absence: AbsenceInput | null): Promise<void> => {
    const { id, version: expectedVersion } = official;
    if (await send({ input: { district, id, key: newKey(), expectedVersion, absence } })) onChanged();
  };
  const isWrong = away.to < away.from;
  const save = (): void => {
    if (!isWrong) void record({ ...away, standIn: away.standIn === '' ? null : away.standIn });
  };
  return (
    <div>
      <p className="strong">{t('administration.away')}</p>
      <AwayFields away={away} fit={fit} onChange={setAway} />
      {isWrong && <p className="attn">{t('administration.daysWrong')}</p>}
      {open > 0 && <p className="muted">{t('administration.questionsStay', { count: open })}</p>}
      {fit.length === 0 && <p className="muted">{t('administration.nobodyFits')}</p>}
      <div className="peek-keys d-gap">
        <Button look="main" keys="Control+KeyS" onPress={save}>
          {t('administration.recordAbsence')}
        </Button>
        {official.absence && <Button onPress={() => void record(null)}>{t('administration.isBack')}</Button>}
      </div>
      <Problem problem={problem} />
    </div>
  );
}

function AwayFields(props: {
  readonly away: Away;
  readonly fit: readonly OfficialItem[];
  readonly onChange: (away: Away) => void;
}) {
  const { away, fit, onChange } = props;
  return (
    <div className="away">
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {t(`administration.${end}`)}
          <input
            type="date"
            className="num"
            value={away[end]}
            aria-invalid={away.to < away.from}
            onChange={({ target }) => onChange({ ...away, [end]: target.value })}
          />
        </label>
      ))}
      <LabelledChoice
        className="w"
        label={t('administration.reason')}
        of={reasons.map((one) => [one, t(`administration.absence${one}`)])}
        value={away.reason}
        onValue={(reason) => onChange({ ...away, reason: reason || away.reason })}
      />
      <LabelledChoice
        className="w"
        label={t('administration.standIn')}
        none={t('administration.nobody')}
        of={fit.map(({ id, name }) => [id, name])}
        value={away.standIn}
        onValue={(standIn) => onChange({ ...away, standIn })}
      />
    </div>
  );
}

/** The server's rule: every role, in the same department or in the whole district. */
function canStandIn(one: OfficialItem, away: OfficialItem): boolean {
  if (one.id === away.id || one.state === 'DISMISSED') return false;
  return away.roles.every((needed) =>
    one.roles.some(
      ({ role, department }) => role === needed.role && (!department || department.code === needed.department?.code),
    ),
  );
}
