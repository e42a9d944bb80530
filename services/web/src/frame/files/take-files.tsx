import type { OfficeDocument } from '@otklik/kernel/office-files';
import { useState } from 'react';
import { t } from '../../words/words.js';
import { Button } from '../../parts/button.js';
import { saveTables, tableFiles, type TableFile } from './save-tables.js';

/** The numbers of a screen as a file; what is in it is asked for when it is pressed. */
export function TakeFiles(props: {
  readonly title: string;
  /** Without its ending. */
  readonly name: string;
  readonly district: string;
  /** Undefined: it did not load. */
  readonly read: () => Promise<OfficeDocument | undefined>;
}) {
  const { title, name, district, read } = props;
  const [making, make] = useState<TableFile>();
  const [isFailed, fail] = useState(false);
  const take = async (file: TableFile): Promise<void> => {
    make(file);
    fail(false);
    const document = await read();
    fail(!document || !(await saveTables(file, { name, district }, document)));
    make(undefined);
  };
  return (
    <span className="d-bar" role="group" aria-label={title}>
      <span className="muted">{title}</span>
      {tableFiles.map((file) => (
        <Button key={file} disabled={making !== undefined} onPress={() => void take(file)}>
          {file.toUpperCase()}
        </Button>
      ))}
      {making && <span role="status">{t('files.making', { file: making.toUpperCase() })}</span>}
      {isFailed && <span role="alert">{t('files.failed')}</span>}
    </span>
  );
}
