import type { ResidentAnswer } from '@otklik/contracts/generated/graphql';
import { answerFiles } from '../card/answer-files-view.js';
import type { Opened } from '../card/clear-texts.js';
import { givenAnswers } from '@otklik/case/given-answers';
import type { RegisterRow } from '../list/register-row.js';
import type { DistrictView } from '../card/row-view.js';

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
