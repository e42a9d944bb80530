import type { FormError } from './form-values.js';
import type { Refused } from './operations.js';
import { Field } from './parts.js';
import type { Speech } from './words/index.js';

interface ChallengeFieldProps {
  readonly errors: readonly FormError[];
  readonly speech: Speech;
}

/** The sum of a page without script, where the edge sets a challenge. The page's script does its work instead and hides the sum. */
export function ChallengeField({ errors, speech }: ChallengeFieldProps) {
  const challenge = errors.find((error) => error.challenge)?.challenge;
  if (!challenge) return null;
  const [one, other] = challenge.sum;
  return (
    <div id="challenge" data-bits={challenge.zeroBits}>
      <input type="hidden" name="challenge" defaultValue={challenge.token} />
      <input type="hidden" name="work" />
      <Field
        id="sum"
        label={speech.say('challenge.sum', { one, other })}
        hint={speech.say('challenge.why')}
        speech={speech}
        errors={errors}
      >
        {(described) => <input {...described} name="sum" inputMode="numeric" maxLength={2} autoComplete="off" />}
      </Field>
    </div>
  );
}

/** The error that asks the challenge; undefined for another refusal. */
export function challengeError({ challenge }: Pick<Refused, 'challenge'>, { say }: Speech): FormError | undefined {
  return challenge && { field: 'sum', message: say('challenge.again'), challenge };
}

/** A refusal of the whole form, or its challenge. */
export function formError(refused: Refused, speech: Speech): FormError {
  return challengeError(refused, speech) ?? { message: refused.message };
}

/** The answer that a form brings, as the edge takes it. */
export function proofIn(fields: Pick<URLSearchParams, 'get'> | ReadonlyMap<string, string>): {
  readonly proof?: string;
} {
  const given = (name: string): string => fields.get(name)?.trim() ?? '';
  const [challenge, work, sum] = [given('challenge'), given('work'), given('sum')];
  if (challenge === '' || (work === '' && sum === '')) return {};
  return { proof: work === '' ? `${challenge}.sum.${sum}` : `${challenge}.work.${work}` };
}
