import { useState } from 'react';
import { CombinedError, useClient } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { failureOf, type Failure } from '../../frame/failure.js';
import { readNow } from '../../frame/graphql-client.js';
import { Button } from '../../parts/button.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { focusField } from './form-fields.js';
import { earlierAddress } from './register-appeal.queries.js';
import { addressParts, type RegistrationDraft } from './registration-draft.js';

interface TakeProps {
  readonly draft: RegistrationDraft;
  /** The appeal that has the address. */
  readonly from: { readonly id: string; readonly number: string };
  readonly onTake: (part: Partial<RegistrationDraft>) => void;
}

/** The address of a person who wrote before, typed once: the file is opened for it, on record, and the official compares. */
export function TakeAddress({ draft, from, onTake }: TakeProps) {
  const { code: district } = useDistrict();
  const client = useClient();
  const [said, setSaid] = useState<string>();
  const [problem, setProblem] = useState<Failure>();
  const take = async (): Promise<void> => {
    setProblem(undefined);
    try {
      const { applicantFile } = await readNow(client, earlierAddress, { district, appeal: from.id });
      const { address, phone } = applicantFile?.applicant ?? {};
      if (!address) return setSaid(t('registration.noAddressThere', from));
      onTake({ ...addressParts(address), ...(draft.phone === '' && phone && { phone }) });
      setSaid(t('registration.tookAddress', from));
      focusField('address');
    } catch (error) {
      setProblem(error instanceof CombinedError ? failureOf(error) : { code: 'NETWORK', message: '' });
    }
  };
  return (
    <>
      {draft.address === '' && (
        <Button keys="Alt+KeyA" onPress={() => void take()}>
          {t('registration.takeAddress', from)}
        </Button>
      )}
      <p role="status">{said}</p>
      <Problem problem={problem} onAgain={() => void take()} />
    </>
  );
}
