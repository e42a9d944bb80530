import type { Certificate, Day } from './letter-paper.js';
import { dayOf, line } from './prepared-text.js';
import type { RenderJob } from './render-job.js';
import { unbroken } from './unbroken.js';

/** What a copy on paper says of the file that is kept: the file itself is never changed. */
export interface CopyMarks {
  /** Of verified signatures by certificates of accredited authorities alone; each once. */
  readonly certificates: readonly Certificate[];
  /** The letter was taken back. */
  readonly isAnnulled: boolean;
  /** The day of the copy. */
  readonly on: Day;
}

/** As many stand beside each other. */
const MAX_MARKS = 2;

/** What the template `copy.typ` reads, but for the number of sheets, which the file tells. */
export function copyJob({ certificates, isAnnulled, on }: CopyMarks): Omit<RenderJob, 'madeAt'> {
  const marks = certificates.slice(0, MAX_MARKS).map(certificateLines);
  const signed = 'Копия электронного документа, подписанного электронной подписью';
  return {
    template: 'copy.typ',
    paper: {
      title: marks.length > 0 ? signed : 'Копия электронного документа',
      annulled: isAnnulled ? 'АННУЛИРОВАНО' : '',
      note: `Напечатана ${dayOf(on)} с хранимого файла.`,
      marks,
    },
  };
}

/** Number, owner and term of the certificate: GOST R 7.0.97-2025, as on a sheet with the mark. */
export function certificateLines({ number, owner, from, to }: Certificate): readonly string[] {
  const term = `Действителен с ${dayOf(from)} по ${dayOf(to)}`;
  return [`Сертификат ${line(number)}`, `Владелец ${line(owner)}`, unbroken(term)];
}
