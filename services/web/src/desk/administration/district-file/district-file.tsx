import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import type { DistrictFileQuery } from '../../../generated/graphql.js';
import { Button } from '../../../parts/button.js';
import { dayIn, fullDate, momentIn } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { Differences } from './differences.js';
import { districtFileDocument } from './district-file.queries.js';
import { FileText } from './file-text.js';
import { useApplyFile } from './use-apply-file.js';
import { useDifferences } from './use-differences.js';
import '../administration.css';

type File = DistrictFileQuery['districtFile'];

/** The district's file: what a new text would change, before it is applied. */
export function DistrictFile() {
  const { code: district } = useDistrict();
  const [{ data, error }, reload] = useQuery({ query: operation(districtFileDocument), variables: { district } });
  const again = (): void => reload({ requestPolicy: 'network-only' });
  return (
    <main className="board is-split" id="main">
      {data ? (
        <Editing file={data.districtFile} onApplied={again} />
      ) : (
        <section>
          <h1>{t('administration.file')}</h1>
          <Problem problem={error && failureOf(error)} onAgain={again} />
        </section>
      )}
      <aside aria-label={t('administration.versions')}>
        <h2>{t('administration.ruleAbout')}</h2>
        <p className="muted d-gap">{t('administration.ruleHelp')}</p>
        <p className="muted d-gap">{t('administration.notMoved')}</p>
        <h2 className="d-gap2">{t('administration.versions')}</h2>
        <Versions versions={data?.districtFileVersions ?? []} />
      </aside>
    </main>
  );
}

function Versions({ versions }: { readonly versions: DistrictFileQuery['districtFileVersions'] }) {
  const { zone } = useDistrict();
  return (
    <table className="nums d-gap">
      <tbody>
        {versions.map(({ version, validFrom, by }) => (
          <tr key={version}>
            <th scope="row" className="l num">
              {t('administration.versionOf', { version, at: momentIn(zone, validFrom) })}
            </th>
            <td className="muted">{by?.name ?? t('administration.byOperator')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Editing({ file, onApplied }: { readonly file: File; readonly onApplied: () => void }) {
  const { code: district } = useDistrict();
  const [text, setText] = useState(file.text);
  const [shown, show] = useState<{ readonly line: number }>();
  const { differences, problem: unread } = useDifferences(district, text === file.text ? undefined : text);
  const { apply: send, problem } = useApplyFile();
  const [applied, setApplied] = useState<number>();
  // Another administrator's version: what was typed stays and is compared with the new one.
  const known = useRef(file);
  useEffect(() => {
    if (text === known.current.text) setText(file.text);
    known.current = file;
  }, [file, text]);
  const isClear = differences !== undefined && differences.faults.length === 0 && differences.parts.length > 0;
  const apply = async (): Promise<void> => {
    if (!differences) return;
    const done = await send(text, differences.version);
    if (done) setApplied(done.version);
    onApplied();
  };
  return (
    <section aria-label={t('administration.fileTitle')}>
      <div className="d-bar">
        <h1>{t('administration.fileTitle')}</h1>
      </div>
      <State file={file} isChanged={differences !== undefined} />
      {applied !== undefined && text === file.text && (
        <p className="d-note d-gap" role="status">
          {t('administration.applied', { version: applied })}
        </p>
      )}
      {differences && <Differences differences={differences} onLine={(line) => show({ line })} />}
      <Problem problem={problem ?? unread} />
      <FileText text={text} shown={shown} onChange={setText} />
      <div className="file-foot d-bar">
        <LoadFile onLoad={setText} />
        {isClear && (
          <Button look="main" keys="Control+Enter" onPress={() => void apply()}>
            {t('administration.applyFile')}
          </Button>
        )}
        {text !== file.text && <Button onPress={() => setText(file.text)}>{t('administration.reset')}</Button>}
        <a
          className="d-button is-plain is-end"
          download={`${district}.yaml`}
          href={`data:text/yaml;charset=utf-8,${encodeURIComponent(file.text)}`}
        >
          {t('administration.download')}
        </a>
      </div>
    </section>
  );
}

function State({ file, isChanged }: { readonly file: File; readonly isChanged: boolean }) {
  const { zone } = useDistrict();
  const { version, validFrom, by } = file;
  const day = fullDate(dayIn(zone, validFrom));
  const now = by
    ? t('administration.fileNowBy', { version, day, name: by.name })
    : t('administration.fileNow', { version, day });
  const next = isChanged ? t('administration.fileBecomes', { version: version + 1 }) : t('administration.fileNothing');
  return (
    <p className="muted">
      {now} {next}
    </p>
  );
}

function LoadFile({ onLoad }: { readonly onLoad: (text: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button keys="Alt+KeyF" onPress={() => field.current?.click()}>
        {t('administration.loadFile')}
      </Button>
      <input
        ref={field}
        type="file"
        accept=".yaml,.yml"
        hidden
        onChange={({ target }) => {
          void target.files?.[0]?.text().then(onLoad);
          target.value = '';
        }}
      />
    </>
  );
}
