import type { ResidentAnswer } from '@otklik/contracts/generated/graphql';
import { answerFiles } from './answer-files-view.js';
import type { Opened } from './clear-texts.js';
import { givenAnswers } from './given-answers.js';
import type { RegisterRow } from './register-row.js';
import type { DistrictView } from './row-view.js';

/** The answers with their files, as the applicant sees them. */
export function residentAnswers(
  { fold, clear, erased }: RegisterRow,
  { directory, district }: DistrictView,
  opened: Opened,
): readonly ResidentAnswer[] {
  return givenAnswers(fold).map((answer, index) => ({
    question: answer.question,
    text: clear.answers[index] ?? null,
    files: erased ? [] : answerFiles(district.code, answer, opened),
    outcome: answer.outcome,
    signedBy: directory.officialById(answer.signatory)?.name ?? null,
    signedAt: answer.signedAt,
  }));
}
