import { useState } from 'react';
import { useQuery } from 'urql';
import { Form } from '../../parts/form.js';
import { t } from '../../words/words.js';
import type { Directory } from '../../frame/directory.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { useOtherDistricts } from '../../frame/other-districts.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import { complainedOfProposalDocument } from './complained.queries.js';
import { WithDirectory } from './with-directory.js';

/** As many as the command takes. */
const MAX_NAMED = 20;

interface ComplainedDialogProps extends FormProps<readonly string[]> {
  /** Id of the question. */
  readonly question: string;
  /** Codes that are noted now. */
  readonly noted: readonly string[];
}

/**
 * Of which departments, organisations and other districts the applicant complains: the question never goes to them. Those that it
 * names stand first, and are noted by the official alone.
 */
export function ComplainedDialog({ open, question, noted, onClose, onSend }: ComplainedDialogProps) {
  const title = t('dialogs.complainedTitle');
  const { code: district } = useDistrict();
  const query = operation(complainedOfProposalDocument);
  const [{ data, fetching }] = useQuery({ query, variables: { district, question }, pause: !open });
  return (
    <ActDialog open={open} onClose={onClose} title={title} begins={noted.join(' ')} onSend={onSend}>
      {(send) => (
        <WithDirectory>
          {(directory) =>
            fetching && !data ? (
              <p role="status">{t('frame.loading')}</p>
            ) : (
              <ComplainedForm
                noted={noted}
                directory={directory}
                named={data?.complainedOfProposal ?? []}
                onSend={send}
              />
            )
          }
        </WithDirectory>
      )}
    </ActDialog>
  );
}

interface ComplainedFormProps extends Pick<ComplainedDialogProps, 'noted'> {
  readonly directory: Directory;
  /** Codes of those that the question names. */
  readonly named: readonly string[];
  readonly onSend: (of: readonly string[]) => void;
}

function ComplainedForm({ noted, named, onSend, directory }: ComplainedFormProps) {
  const [chosen, setChosen] = useState(noted);
  const others = useOtherDistricts();
  const toggle = (code: string): void =>
    setChosen(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  const known = [
    { name: t('dialogs.complainedDepartments'), bodies: directory.departments },
    { name: t('dialogs.complainedOrganisations'), bodies: directory.organisations },
    { name: t('dialogs.forwardDistricts'), bodies: others },
  ];
  const isNamed = ({ code }: { readonly code: string }): boolean => named.includes(code);
  const groups = [
    { name: t('dialogs.complainedNamed'), bodies: known.flatMap(({ bodies }) => bodies.filter(isNamed)) },
    ...known.map(({ name, bodies }) => ({ name, bodies: bodies.filter((body) => !isNamed(body)) })),
  ].filter(({ bodies }) => bodies.length > 0);
  return (
    <Form onSubmit={() => onSend(chosen)}>
      <p className="muted">{t('dialogs.complainedHint')}</p>
      {groups.map(({ name, bodies }) => (
        <fieldset key={name} className="d-choice">
          <legend>{name}</legend>
          {bodies.map((body) => (
            <label key={body.code}>
              <input
                type="checkbox"
                checked={chosen.includes(body.code)}
                disabled={!chosen.includes(body.code) && chosen.length >= MAX_NAMED}
                onChange={() => toggle(body.code)}
              />
              {body.name}
            </label>
          ))}
        </fieldset>
      ))}
      <button type="submit" className="d-button is-main">
        {t('dialogs.complainedDo')}
      </button>
    </Form>
  );
}
