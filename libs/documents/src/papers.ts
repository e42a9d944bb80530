import type { FormPaper } from './form-papers.js';
import type { LetterPaper } from './letter-paper.js';
import { preparedForm, templateOf } from './prepared-form.js';
import { preparedLetter } from './prepared-letter.js';
import type { BarCode, RenderJob } from './render-job.js';

export type Paper = LetterPaper | FormPaper;

export function jobOf(paper: Paper): RenderJob {
  const madeAt = Math.floor(Date.parse(paper.madeAt) / 1000);
  return { ...(paper.layout === 'LETTER' ? letterJob(paper) : formJob(paper)), madeAt };
}

function letterJob(paper: LetterPaper): Omit<RenderJob, 'madeAt'> {
  const { emblem } = paper.letterhead;
  return {
    template: 'letter.typ',
    paper: preparedLetter(paper),
    ...(emblem && { pictures: { [`emblem.${emblem.format}`]: emblem.base64 } }),
    ...(paper.code && { codes: { code: { kind: 'qrcode', text: paper.code.address } } }),
  };
}

function formJob(paper: FormPaper): Omit<RenderJob, 'madeAt'> {
  return { template: templateOf(paper), paper: preparedForm(paper), codes: codesOf(paper) };
}

function codesOf(paper: FormPaper): Readonly<Record<string, BarCode>> {
  return paper.layout === 'CARD' ? { code: { kind: 'datamatrix', text: paper.code } } : {};
}
