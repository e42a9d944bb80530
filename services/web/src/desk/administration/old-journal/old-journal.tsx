import { useState } from 'react';
import { useQuery } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import type { OldJournalLoadsQuery } from '../../../generated/graphql.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { ChosenFile } from './chosen-file.js';
import { Loads } from './loads.js';
import { oldJournalLoadsDocument } from './old-journal.queries.js';
import { Parity } from './parity.js';
import { Stages, type Stage } from './stages.js';
import { UploadFile } from './upload-file.js';
import '../administration.css';
import './old-journal.css';

export type Load = OldJournalLoadsQuery['oldJournalLoads'][number];

/** The journal that was kept before: a file, its columns, a trial, the import, and its parity; earlier imports, each taken back as a whole. */
export function OldJournal() {
  const { code: district } = useDistrict();
  const { get, set } = useAddress();
  const [{ data, error }, reload] = useQuery({ query: operation(oldJournalLoadsDocument), variables: { district } });
  const [isNothingNew, setNothingNew] = useState(false);
  const [stage, setStage] = useState<Stage>('COLUMNS');
  const again = (): void => reload({ requestPolicy: 'network-only' });
  const loads = data?.oldJournalLoads ?? [];
  const file = get('file');
  const load = loads.find(({ id }) => id === get('load'));
  const taken = (id: string | null): void => {
    setNothingNew(id === null);
    setStage('COLUMNS');
    set({ file: '', load: id ?? '' });
    again();
  };
  const uploaded = (id: string): void => {
    setNothingNew(false);
    set({ file: id, load: '' });
  };
  return (
    <main className="board old-journal" id="main">
      <h1>{t('oldJournal.title')}</h1>
      <Problem problem={error && failureOf(error)} onAgain={again} />
      {file ? (
        <>
          <Stages now={stage} />
          <ChosenFile
            key={file}
            file={file}
            stage={stage}
            onStage={setStage}
            onTaken={taken}
            onLeave={() => set({ file: '' })}
          />
        </>
      ) : (
        <>
          <Stages now={load ? 'PARITY' : 'FILE'} />
          {isNothingNew && (
            <p className="d-note" role="status">
              {t('oldJournal.nothingNew')}
            </p>
          )}
          <Imports
            loads={loads}
            load={load}
            onUploaded={uploaded}
            onChanged={again}
            onChoose={(id) => set({ load: id })}
          />
        </>
      )}
    </main>
  );
}

/** Of an import its parity, else the way to another one; below, those before. */
function Imports(props: {
  readonly loads: readonly Load[];
  readonly load: Load | undefined;
  readonly onUploaded: (id: string) => void;
  readonly onChanged: () => void;
  readonly onChoose: (id: string) => void;
}) {
  const { loads, load, onUploaded, onChanged, onChoose } = props;
  return (
    <>
      {load ? (
        <Parity load={load} onChanged={onChanged} onOther={() => onChoose('')} />
      ) : (
        <UploadFile onUploaded={onUploaded} />
      )}
      <Loads loads={loads} chosen={load?.id} onChoose={onChoose} />
    </>
  );
}
