import { useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import type { OldJournalFileQuery, TakeInOldJournalInput } from '../../../generated/graphql.js';
import type { OldJournalColumnKind } from '../../../generated/enumerations.js';
import { Button } from '../../../parts/button.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { Columns } from './columns.js';
import { oldJournalFileDocument } from './old-journal.queries.js';
import type { Stage } from './stages.js';
import { Taking } from './taking.js';
import { Trial } from './trial.js';

export type ReadFile = OldJournalFileQuery['oldJournalFile'];
/** By sheet and place. */
export type Chosen = Readonly<Record<string, ChosenOfSheet>>;
export type ChosenOfSheet = Readonly<Record<number, OldJournalColumnKind>>;

/** An uploaded file from its columns to its import. */
export function ChosenFile(props: {
  readonly file: string;
  readonly stage: Stage;
  readonly onStage: (stage: Stage) => void;
  readonly onTaken: (load: string | null) => void;
  readonly onLeave: () => void;
}) {
  const { file, stage, onStage, onTaken, onLeave } = props;
  const { code: district } = useDistrict();
  const [chosen, choose] = useState<Chosen>({});
  const columns = Object.entries(chosen).flatMap(([sheet, of]) =>
    Object.entries(of).map(([at, kind]) => ({ sheet, at: Number(at), kind })),
  );
  const variables = { district, file, columns };
  const [{ data, error, fetching }, reload] = useQuery({
    query: operation(oldJournalFileDocument),
    variables,
    requestPolicy: 'network-only',
  });
  const last = useRef<ReadFile>(undefined);
  if (data) last.current = data.oldJournalFile;
  const read = last.current;
  const leave = (): void => {
    onStage('COLUMNS');
    onLeave();
  };
  return (
    <>
      <div className="d-bar oj-file">
        <b>{read?.name}</b>
        <span className="muted" role="status">
          {fetching && t('oldJournal.readingAgain')}
        </span>
        {stage !== 'TAKING' && (
          <Button className="is-end" onPress={leave}>
            {t('oldJournal.another')}
          </Button>
        )}
      </div>
      <Problem problem={error && failureOf(error)} onAgain={() => reload({ requestPolicy: 'network-only' })} />
      {read && (
        <StageOf
          read={read}
          chosen={chosen}
          stage={stage}
          onStage={onStage}
          onTaken={onTaken}
          isReading={fetching}
          onChoose={choose}
          input={{ district, file, columns }}
        />
      )}
    </>
  );
}

/** The part of the screen for each step. */
function StageOf(props: {
  readonly read: ReadFile;
  readonly chosen: Chosen;
  readonly stage: Stage;
  readonly isReading: boolean;
  readonly input: Omit<TakeInOldJournalInput, 'key'>;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onStage: (stage: Stage) => void;
  readonly onTaken: (load: string | null) => void;
}) {
  const { read, chosen, stage, isReading, input, onChoose, onStage, onTaken } = props;
  if (stage === 'TRIAL')
    return <Trial read={read} onBack={() => onStage('COLUMNS')} onTake={() => onStage('TAKING')} />;
  if (stage === 'TAKING') return <Taking input={input} read={read} onTaken={onTaken} />;
  return (
    <Columns read={read} chosen={chosen} isReading={isReading} onChoose={onChoose} onTry={() => onStage('TRIAL')} />
  );
}
