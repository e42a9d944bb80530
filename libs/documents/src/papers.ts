import type { LetterPaper } from './letter-paper.js';
import { preparedLetter } from './prepared-letter.js';
import type { RenderJob } from './render-job.js';

export type Paper = LetterPaper;

export function jobOf(paper: Paper): RenderJob {
  const { emblem } = paper.letterhead;
  return {
    template: 'letter.typ',
    paper: preparedLetter(paper),
    ...(emblem && { pictures: { [`emblem.${emblem.format}`]: emblem.base64 } }),
    ...(paper.code && { codes: { code: { kind: 'qrcode', text: paper.code.address } } }),
    madeAt: Math.floor(Date.parse(paper.madeAt) / 1000),
  };
}
