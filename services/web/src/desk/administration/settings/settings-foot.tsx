import { useState } from 'react';
import type { DistrictFileQuery } from '../../../generated/graphql.js';
import type { Failure } from '../../../frame/failure.js';
import { Button } from '../../../parts/button.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { Differences } from '../district-file/differences.js';
import { useApplyFile } from '../district-file/use-apply-file.js';
import type { FileDifferences } from '../district-file/use-differences.js';
import { RulesTrial } from './rules-trial.js';
import type { Draft } from './use-draft.js';

interface FootProps {
  readonly draft: Draft;
  /** As the server has it now. */
  readonly inForce: DistrictFileQuery['districtFile'];
  readonly onApplied: () => void;
}

/** What the forms have changed: how many things, in words before they are applied, and the version that they became. */
export function SettingsFoot(props: FootProps) {
  const { draft } = props;
  const [applied, setApplied] = useState<number>();
  if (draft.isChanged) return <Changes {...props} setApplied={setApplied} />;
  if (applied === undefined) return null;
  return (
    <p className="d-note settings-foot" role="status">
      {t('settings.applied', { version: applied })}
    </p>
  );
}

function Changes(props: FootProps & { readonly setApplied: (version: number) => void }) {
  const { draft, inForce, onApplied, setApplied } = props;
  const { apply: send, problem } = useApplyFile();
  const [isLooking, look] = useState(false);
  const { differences, base, text } = draft;
  const isOvertaken = inForce.version !== base.version;
  const apply = async (): Promise<void> => {
    const done = await send(text, base.version);
    if (done) {
      draft.reset({ ...base, text, version: done.version });
      setApplied(done.version);
    }
    onApplied();
  };
  return (
    <div className="settings-foot" role="group" aria-label={t('settings.changes')}>
      {isLooking && differences && (
        <div className="settings-looked">
          <Differences differences={differences} />
          {movesQuestions(differences) && <RulesTrial text={text} />}
        </div>
      )}
      <Summary differences={differences} />
      <Refused inForce={inForce} isOvertaken={isOvertaken} problem={problem ?? draft.problem} />
      <div className="d-bar">
        {isLooking ? (
          <Button
            look="main"
            keys="Control+Enter"
            disabled={!mayApply(differences) || isOvertaken}
            onPress={() => void apply()}
          >
            {t('settings.apply')}
          </Button>
        ) : (
          <Button look="main" keys="Control+Enter" disabled={!differences} onPress={() => look(true)}>
            {t('settings.look')}
          </Button>
        )}
        <Button onPress={() => draft.reset(inForce)}>{t(isOvertaken ? 'settings.takeNew' : 'settings.leave')}</Button>
      </div>
    </div>
  );
}

/** Whether a new question may get another topic or department by it. */
function movesQuestions(differences: FileDifferences): boolean {
  return mayApply(differences) && differences.parts.some(({ part }) => part === 'ROUTING_RULES' || part === 'TOPICS');
}

function mayApply(differences: Draft['differences']): boolean {
  return differences !== undefined && differences.faults.length === 0 && differences.parts.length > 0;
}

function Summary({ differences }: Pick<Draft, 'differences'>) {
  if (!differences) return <p role="status">{t('settings.checking')}</p>;
  const { parts, faults } = differences;
  const count = parts.reduce((sum, { changes }) => sum + changes.length, 0);
  const isFaulty = faults.length > 0;
  return (
    <p role="status">
      <b className={isFaulty ? 'attn' : ''}>
        {isFaulty ? t('settings.cannotApply', { count: faults.length }) : t('settings.changed', { count })}
      </b>{' '}
      <span className="muted">
        {parts.map(({ part, changes }) => `${t(`administration.part${part}`)}: ${changes.length}`).join('; ')}
      </span>
    </p>
  );
}

function Refused(
  props: Pick<FootProps, 'inForce'> & { readonly isOvertaken: boolean; readonly problem: Failure | undefined },
) {
  const { inForce, isOvertaken, problem } = props;
  const { version, by } = inForce;
  if (!isOvertaken) return <Problem problem={problem} />;
  return (
    <p className="d-warn" role="alert">
      {t('settings.overtaken', { version, name: by?.name ?? t('administration.byOperator') })}
    </p>
  );
}
