import { useQuery } from 'urql';
import { graphql } from '../generated/gql.js';
import { Problem } from '../parts/problem.js';
import { t } from '../words/words.js';
import { useCommand } from './command.js';
import { useDistrict } from './district.js';
import { operation } from './graphql-client.js';
import { newKey } from './new-key.js';

const morningLetterDocument = graphql(`
  query MorningLetter($district: String!) {
    morningLetter(district: $district) {
      hasEmail
      isOn
      isAssignmentLetterOn
    }
  }
`);

const chooseDocument = graphql(`
  mutation ChooseMorningLetter($input: ChooseMorningLetterInput!) {
    chooseMorningLetter(input: $input) {
      __typename
      ... on MorningLetter {
        hasEmail
        isOn
      }
      ...RefusalFields
    }
  }
`);

const chooseAtOnceDocument = graphql(`
  mutation ChooseAssignmentLetter($input: ChooseAssignmentLetterInput!) {
    chooseAssignmentLetter(input: $input) {
      __typename
      ... on MorningLetter {
        isAssignmentLetterOn
      }
      ...RefusalFields
    }
  }
`);

/** Whether the official wants the letter of the morning, and e-mails about assignments at once; nothing where no address is known. */
export function MorningLetter() {
  const { code: district } = useDistrict();
  const [{ data }, reload] = useQuery({ query: operation(morningLetterDocument), variables: { district } });
  const { send, problem } = useCommand(chooseDocument);
  const atOnce = useCommand(chooseAtOnceDocument);
  const letter = data?.morningLetter;
  if (!letter) return null;
  const choose = async (isOn: boolean): Promise<void> => {
    if (await send({ input: { district, key: newKey(), isOn } })) reload({ requestPolicy: 'network-only' });
  };
  const chooseAtOnce = async (isOn: boolean): Promise<void> => {
    if (await atOnce.send({ input: { district, key: newKey(), isOn } })) reload({ requestPolicy: 'network-only' });
  };
  return (
    <>
      <label className="d-check">
        <input
          type="checkbox"
          checked={letter.hasEmail && letter.isOn}
          disabled={!letter.hasEmail}
          onChange={({ target }) => void choose(target.checked)}
        />
        {t('frame.morningLetter')}
      </label>
      <label className="d-check">
        <input
          type="checkbox"
          checked={letter.hasEmail && letter.isAssignmentLetterOn}
          disabled={!letter.hasEmail}
          onChange={({ target }) => void chooseAtOnce(target.checked)}
        />
        {t('frame.assignmentLetter')}
      </label>
      {!letter.hasEmail && <p className="muted">{t('frame.noMorningLetter')}</p>}
      <Problem problem={problem ?? atOnce.problem} />
    </>
  );
}
