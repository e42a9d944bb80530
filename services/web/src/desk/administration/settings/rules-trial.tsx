import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import type { RulesTrialQuery } from '../../../generated/graphql.js';
import { fullDate } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';
import { rulesTrialDocument } from './settings.queries.js';

type Trial = NonNullable<RulesTrialQuery['rulesTrial']>;
type Move = Trial['moves'][number];

/** What the changed rules would have made of the appeals of late: counts, before they are applied. */
export function RulesTrial({ text }: { readonly text: string }) {
  const { code: district } = useDistrict();
  const [{ data, error, fetching }] = useQuery({
    query: operation(rulesTrialDocument),
    variables: { district, text },
    requestPolicy: 'network-only',
  });
  const trial = fetching ? undefined : data?.rulesTrial;
  return (
    <section className="d-gap2" aria-label={t('settings.trial')}>
      <h2>{t('settings.trial')}</h2>
      <p role="status">
        {trial ? said(trial) : t(error && !fetching ? 'settings.noTrial' : 'settings.trialWaits')}
        {trial && trial.tried < trial.received && ` ${t('settings.trialPart', { ...trial })}`}
      </p>
      {trial && trial.moves.length > 0 && <Moves moves={trial.moves} />}
      <p className="muted small">{t('settings.trialAbout')}</p>
    </section>
  );
}

function said({ tried, changed, since }: Trial): string {
  const day = fullDate(since);
  if (tried === 0) return t('settings.trialNone', { day });
  return t(changed === 0 ? 'settings.trialNothing' : 'settings.trialChanged', { tried, changed, day });
}

function Moves({ moves }: Pick<Trial, 'moves'>) {
  return (
    <table className="nums">
      <thead>
        <tr>
          <th scope="col">{t('settings.trialBefore')}</th>
          <th scope="col">{t('settings.trialAfter')}</th>
          <th scope="col" className="n">
            {t('settings.trialCount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ appeals, before, after }, at) => (
          <tr key={at}>
            <td>
              <Place place={before} />
            </td>
            <td>
              <Place place={after} />
            </td>
            <td className="n num">{appeals}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Place({ place }: { readonly place: Move['before'] }) {
  if (!place) return t('settings.toCoordinator');
  return (
    <>
      {place.topic.name}
      <br />
      <span className="muted small">{place.department.name}</span>
    </>
  );
}
