import { useState } from 'react';
import { useCommand } from '../../../frame/command.js';
import { newKey } from '../../../frame/new-key.js';
import { useDistrict } from '../../../frame/district.js';
import { Button } from '../../../parts/button.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import type { OfficialItem } from './official-words.js';
import { changeRolesDocument } from './officials.queries.js';
import { asInput, RoleRows, type RoleRow } from './role-rows.js';

export function RolesForm(props: {
  readonly official: OfficialItem;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly onChanged: () => void;
  readonly onClose: () => void;
}) {
  const { official, departments, onChanged, onClose } = props;
  const { code: district } = useDistrict();
  const [rows, setRows] = useState<readonly RoleRow[]>(
    official.roles.map(({ role, department }) => ({ role, department: department?.code ?? '' })),
  );
  const { send, problem } = useCommand(changeRolesDocument);
  const save = async (): Promise<void> => {
    const { id, version: expectedVersion } = official;
    if (await send({ input: { district, id, key: newKey(), expectedVersion, roles: asInput(rows) } })) onChanged();
  };
  return (
    <div>
      <p className="strong">{t('administration.roles')}</p>
      <RoleRows rows={rows} departments={departments} onChange={setRows} />
      <div className="d-bar d-gap">
        <Button onPress={() => void save()}>{t('administration.saveRoles')}</Button>
        <Button onPress={onClose}>{t('administration.leave')}</Button>
      </div>
      <Problem problem={problem} />
    </div>
  );
}
