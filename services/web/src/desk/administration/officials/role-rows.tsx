import type { Role } from '../../../generated/enumerations.js';
import { t } from '../../../words/words.js';

export interface RoleRow {
  readonly role: Role;
  /** Code; empty: the whole district. */
  readonly department: string;
}

export const givenRoles = [
  'EXECUTOR',
  'REGISTRAR',
  'MODERATOR',
  'COORDINATOR',
  'APPROVER',
  'SIGNATORY',
  'CONTROLLER',
  'HEAD',
  'DISTRICT_ADMIN',
  'ANALYST',
] as const satisfies readonly Role[];

/** Roles as rows of two choices; the last row can be taken away while another stays. */
export function RoleRows(props: {
  readonly rows: readonly RoleRow[];
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly onChange: (rows: readonly RoleRow[]) => void;
}) {
  const { rows, departments, onChange } = props;
  const put = (at: number, row: RoleRow): void => onChange(rows.with(at, row));
  return (
    <>
      {rows.map((row, at) => (
        <div key={at} className="role-row">
          <select
            aria-label={t('administration.roleNumber', { number: at + 1 })}
            value={row.role}
            onChange={({ target }) => put(at, { ...row, role: target.value as Role })}
          >
            {givenRoles.map((role) => (
              <option key={role} value={role}>
                {t(`frame.role${role}`)}
              </option>
            ))}
          </select>
          <select
            aria-label={t('administration.departmentNumber', { number: at + 1 })}
            value={row.department}
            onChange={({ target }) => put(at, { ...row, department: target.value })}
          >
            <option value="">{t('administration.wholeDistrict')}</option>
            {departments.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
          {rows.length > 1 && (
            <button type="button" className="d-link" onClick={() => onChange(rows.toSpliced(at, 1))}>
              {t('administration.removeRole')}
            </button>
          )}
        </div>
      ))}
      <p>
        <button
          type="button"
          className="d-link"
          onClick={() => onChange([...rows, { role: 'EXECUTOR', department: '' }])}
        >
          {t('administration.addRole')}
        </button>
      </p>
    </>
  );
}

export function asInput(rows: readonly RoleRow[]): { role: Role; department: string | null }[] {
  return rows.map(({ role, department }) => ({ role, department: department === '' ? null : department }));
}
