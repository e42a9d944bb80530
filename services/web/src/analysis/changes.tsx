import { useState } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation, useSearch } from 'wouter';
import { useSender } from '../frame/command.js';
import { failureOf } from '../frame/failure.js';
import { operation } from '../frame/graphql-client.js';
import { newKey } from '../frame/new-key.js';
import { mayUse, useViewer } from '../frame/viewer.js';
import type { EarlyWarningQuery, WaveMarkKind } from '../generated/graphql.js';
import { dayAfter, fullDate } from '../parts/dates.js';
import { Dialog } from '../parts/dialog.js';
import { Form } from '../parts/form.js';
import { Problem } from '../parts/problem.js';
import { t } from '../words/words.js';
import { AnalysisTabs } from './analysis-tabs.js';
import { earlyWarningDocument, markWaveDocument } from './changes.queries.js';
import { Followed } from './followed.js';
import { Heat } from './heat.js';
import { Reactions } from './reactions.js';
import { shortDistrict } from './short-district.js';
import { WaveLine } from './wave-line.js';
import './analysis.css';

type Warning = EarlyWarningQuery['earlyWarning'];
type Wave = Warning['now'][number];

const SILENT_DAYS = { usual: 7, most: 92 } as const;

/** What is more than usual in a district: early warning, what officials said of it, and how often it was wrong. */
export function Changes() {
  const { districts, ...viewer } = useViewer();
  const [, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('district');
  const read = districts.filter(({ code }) => mayUse({ districts, ...viewer }, code, 'earlyWarning'));
  const district = read.find(({ code }) => code === asked)?.code ?? read[0]?.code;
  return (
    <>
      <header className="find-head d-bar">
        <h1>{t('analysis.title')}</h1>
        <AnalysisTabs shown="changes" />
        <span className="is-end" />
        {read.length > 1 && (
          <select
            aria-label={t('analysis.district')}
            value={district}
            onChange={({ target }) => navigate(`/analysis/changes?district=${target.value}`)}
          >
            {read.map(({ code, name }) => (
              <option key={code} value={code}>
                {shortDistrict(name)}
              </option>
            ))}
          </select>
        )}
      </header>
      <main className="changes" id="main">
        {district === undefined ? <p>{t('frame.noRoles')}</p> : <Parts key={district} district={district} />}
      </main>
    </>
  );
}

function Parts({ district }: { readonly district: string }) {
  return (
    <>
      <Warnings district={district} />
      <Heat district={district} />
      <Reactions district={district} />
      <Followed district={district} />
    </>
  );
}

function Warnings({ district }: { readonly district: string }) {
  const [{ data, error }, ask] = useQuery({ query: operation(earlyWarningDocument), variables: { district } });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  const warning = data?.earlyWarning;
  return (
    <section aria-labelledby="early">
      <h2 id="early">{t('analysis.early')}</h2>
      <p className="muted">{t('analysis.earlyMeans')}</p>
      <Problem problem={error && failureOf(error)} onAgain={reload} />
      {!warning && !error && <p role="status">{t('frame.loading')}</p>}
      {warning && <Waves warning={warning} district={district} onMarked={reload} />}
    </section>
  );
}

function Waves(props: { readonly warning: Warning; readonly district: string; readonly onMarked: () => void }) {
  const { warning, district, onMarked } = props;
  return (
    <>
      {warning.now.length === 0 ? (
        <p className="d-gap">{t('analysis.noWaves')}</p>
      ) : (
        <div className="d-gap changes-scroll">
          <table className="nums waves">
            <thead>
              <tr>
                <th scope="col">{t('analysis.waveOf')}</th>
                <th scope="col">{t('analysis.waveWeeks')}</th>
                <th scope="col" className="n">
                  {t('analysis.waveWeek')}
                </th>
                <th scope="col">{t('analysis.waveWhy')}</th>
                <th scope="col">{t('analysis.waveSaid')}</th>
              </tr>
            </thead>
            <tbody>
              {warning.now.map((wave) => (
                <WaveRow
                  key={`${wave.topic.code} ${wave.began}`}
                  wave={wave}
                  district={district}
                  today={warning.today}
                  onMarked={onMarked}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="muted d-gap">
        {t('analysis.wavesOfYear', { waves: warning.waves, falseAlarms: warning.falseAlarms })}
      </p>
    </>
  );
}

interface RowProps {
  readonly wave: Wave;
  readonly district: string;
  readonly today: string;
  readonly onMarked: () => void;
}

function WaveRow({ wave, district, today, onMarked }: RowProps) {
  const { topic, settlement, week, usualFrom, usualTo, weeks } = wave;
  const from = dayAfter(wave.last, -6);
  const place = settlement ? `&settlement=${settlement.code}` : '';
  const texts = `/analysis?district=${district}&topic=${topic.code}${place}&from=${from}&to=${wave.last}`;
  return (
    <tr>
      <th scope="row">
        {topic.name}
        <span className="muted small waves-place">{settlement?.name ?? t('analysis.wholeDistrict')}</span>
      </th>
      <td>
        <WaveLine weeks={weeks} from={usualFrom} to={usualTo} />
      </td>
      <td className="n">
        <Link href={texts}>{week}</Link>
      </td>
      <td className="waves-line">
        {t('analysis.waveBecause', {
          week,
          to: usualTo,
          usual: usualFrom === usualTo ? `${usualTo}` : `${usualFrom}–${usualTo}`,
          since: fullDate(wave.began),
        })}
      </td>
      <td className="waves-line">
        <Said wave={wave} district={district} today={today} onMarked={onMarked} />
      </td>
    </tr>
  );
}

/** What was said of the wave, and what may be said. */
function Said({ wave, district, today, onMarked }: RowProps) {
  const viewer = useViewer();
  const { send, stateOf, problem } = useSender();
  const [isSilencing, silence] = useState(false);
  const { topic, began, version, mark } = wave;
  const say = async (kind: WaveMarkKind, until?: string): Promise<void> => {
    const expectedVersion = version === 0 ? null : version;
    const input = { district, key: newKey(), topic: topic.code, began, kind, expectedVersion, until: until ?? null };
    if (!(await send(markWaveDocument, { input }))) return;
    silence(false);
    onMarked();
  };
  const isSilent = mark?.kind === 'SILENCED';
  return (
    <>
      {isSilent && <Silence mark={mark} />}
      <Problem problem={problem} />
      {mayUse(viewer, district, 'markWave') && (
        <div className="d-bar">
          {isSilent ? (
            <Act words={t('analysis.watch')} topic={topic.name} onPress={() => void say('WATCHED')} />
          ) : (
            <Act words={t('analysis.silence')} topic={topic.name} onPress={() => silence(true)} />
          )}
          <Act words={t('analysis.noWave')} topic={topic.name} onPress={() => void say('NOT_A_WAVE')} />
          {stateOf() !== 'idle' && <span role="status">{t('frame.loading')}</span>}
        </div>
      )}
      <Dialog
        open={isSilencing}
        onClose={() => silence(false)}
        title={t('analysis.silenceTitle', { topic: topic.name })}
      >
        <Form className="" onSubmit={(form) => void say('SILENCED', String(new FormData(form).get('until')))}>
          <label className="d-field d-gap">
            <span>{t('analysis.silenceUntil')}</span>
            <input
              type="date"
              name="until"
              required
              min={today}
              max={dayAfter(today, SILENT_DAYS.most)}
              defaultValue={dayAfter(today, SILENT_DAYS.usual)}
            />
          </label>
          <div className="d-bar d-gap2">
            <button type="submit" className="d-button is-main">
              {t('analysis.silence')}
            </button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}

function Silence({ mark }: { readonly mark: NonNullable<Wave['mark']> }) {
  const until = mark.until ? fullDate(mark.until) : '…';
  return <p className="muted">{t('analysis.silenced', { until, by: mark.by?.name ?? t('analysis.someone') })}</p>;
}

function Act(props: { readonly words: string; readonly topic: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="d-link" aria-label={`${props.words}: ${props.topic}`} onClick={props.onPress}>
      {props.words}
    </button>
  );
}
