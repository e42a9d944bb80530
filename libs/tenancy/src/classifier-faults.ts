import type { FileFault } from './checked-district-file.js';
import { levelOf, type Classifier } from './classifier.js';
import type { DistrictFile } from './district-file.js';

interface Findings {
  readonly faults: readonly FileFault[];
  readonly warnings: readonly FileFault[];
}

/** What a code of level 1, 2 and 3 is; texts have their words. */
const WIDE = ['SECTION', 'TOPIC', 'THEME'] as const;

/** Codes that topics propose and that may not be set; only doubtful where no whole edition of the classifier is loaded. */
export function classifierFaults(
  { topics }: Pick<DistrictFile, 'topics'>,
  classifier: Classifier | undefined,
): Findings {
  const faults: FileFault[] = [];
  const warnings: FileFault[] = [];
  topics.forEach(({ name: topic, classifier: codes = [] }, at) => {
    [codes].flat().forEach((code) => {
      const place = `/topics/${at}/classifier`;
      const details = { code, topic };
      switch (classifier?.finding(code).is) {
        case 'TOO_WIDE': {
          const problem = WIDE[levelOf(code) - 1]!;
          const why = `${topic}: ${code} is a ${problem.toLowerCase()}, under which nothing is counted`;
          faults.push({ code: 'CLASSIFIER_CODE_TOO_WIDE', place, why, details: { ...details, problem } });
          break;
        }
        case 'UNKNOWN': {
          const why = `${topic}: the classifier has no code ${code}`;
          faults.push({ code: 'CLASSIFIER_CODE_UNKNOWN', place, why, details });
          break;
        }
        case 'UNCHECKED': {
          const why = `${topic}: no loaded edition of the classifier has the code ${code}, and none of them is whole`;
          warnings.push({ code: 'CLASSIFIER_CODE_UNCHECKED', place, why, details });
          break;
        }
      }
    });
  });
  return { faults, warnings };
}
