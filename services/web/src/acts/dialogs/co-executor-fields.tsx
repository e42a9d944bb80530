import { useState } from 'react';
import type { Directory } from '../../frame/directory.js';
import { useInvited } from '../../frame/invited.js';
import type { Role } from '../../generated/enumerations.js';
import { rolesOfFinishPart } from '../../generated/roles.js';
import { t } from '../../words/words.js';
import { filled, isSamePart, PartFields, type Part } from './part-fields.js';

/** As the input of the mutations has it. */
export interface Chosen {
  readonly officials: string[];
  readonly departments: string[];
  /** Those that were changed. */
  readonly parts: (Part & { readonly official?: string; readonly department?: string })[];
}

/** By the id of the official, or the code of the department. */
export type Parts = Readonly<Record<string, Part>>;

/** Who works on the question with its executor now, and what each of them prepares. */
export interface Helpers {
  readonly officials: readonly { readonly id: string; readonly name: string }[];
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly parts: Parts;
}

export const noHelpers: Helpers = { officials: [], departments: [], parts: {} };

interface Offered {
  readonly key: string;
  readonly name: string;
  /** A part may be given. */
  readonly mayHavePart: boolean;
}

/** All who may be co-executors; those of before stay there, also in another role, or away from the directory. */
export function offeredOfficials({ officials }: Pick<Directory, 'officials'>, former: Helpers): readonly Offered[] {
  const finishing: readonly Role[] = rolesOfFinishPart;
  const mayHelp = (roles: readonly Role[]): boolean => roles.some((role) => finishing.includes(role));
  const known = officials.flatMap(({ id, name, roles }): readonly Offered[] => {
    const isOffered = mayHelp(roles) || former.officials.some((one) => one.id === id);
    return isOffered ? [{ key: id, name, mayHavePart: mayHelp(roles) }] : [];
  });
  const others = former.officials.filter(({ id }) => !known.some(({ key }) => key === id));
  return [...known, ...others.map(({ id, name }) => ({ key: id, name, mayHavePart: false }))];
}

export function offeredDepartments(
  { departments }: Pick<Directory, 'departments'>,
  former: Helpers,
): readonly Offered[] {
  const known = departments.map(({ code, name }) => ({ key: code, name, mayHavePart: true }));
  const others = former.departments.filter(({ code }) => !known.some(({ key }) => key === code));
  return [...known, ...others.map(({ code, name }) => ({ key: code, name, mayHavePart: true }))];
}

export interface CoExecutorsChoice {
  readonly keys: readonly string[];
  readonly parts: Parts;
}

export function choiceOf({ officials, departments, parts }: Helpers): CoExecutorsChoice {
  return { keys: [...officials.map(({ id }) => id), ...departments.map(({ code }) => code)], parts };
}

/** What is sent of it; `former`: as it was when the form was opened. */
export function chosenOf({ keys, parts }: CoExecutorsChoice, directory: Directory, former: Helpers): Chosen {
  const of = (offered: readonly Offered[]) => offered.flatMap(({ key }) => (keys.includes(key) ? [key] : []));
  const officials = of(offeredOfficials(directory, former));
  const departments = of(offeredDepartments(directory, former));
  const isChanged = (key: string): boolean => !isSamePart(parts[key] ?? {}, former.parts[key] ?? {});
  const partOf = (key: string): Part => filled(parts[key] ?? {});
  return {
    officials,
    departments,
    parts: [
      ...officials.filter(isChanged).map((official) => ({ official, ...partOf(official) })),
      ...departments.filter(isChanged).map((department) => ({ department, ...partOf(department) })),
    ],
  };
}

/** Undefined where nothing was changed: they stay. */
export function changedChoice(choice: CoExecutorsChoice, directory: Directory, former: Helpers): Chosen | undefined {
  const chosen = chosenOf(choice, directory, former);
  const before = choiceOf(former).keys;
  const isSame = choice.keys.length === before.length && choice.keys.every((key) => before.includes(key));
  return isSame && chosen.parts.length === 0 ? undefined : chosen;
}

interface FieldsProps {
  readonly directory: Directory;
  readonly former: Helpers;
  readonly choice: CoExecutorsChoice;
  readonly onChoice: (choice: CoExecutorsChoice) => void;
}

/** Departments and officials, and under each that is chosen what it prepares. */
export function CoExecutorFields({ directory, former, choice, onChoice }: FieldsProps) {
  const { keys, parts } = choice;
  const invited = useInvited();
  const box = ({ key, name, mayHavePart }: Offered) => (
    <div key={key}>
      <label>
        <input
          type="checkbox"
          checked={keys.includes(key)}
          onChange={() =>
            onChoice({ parts, keys: keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key] })
          }
        />
        {invited.has(key) ? `${name} · ${t('dialogs.executorInvited')}` : name}
      </label>
      {keys.includes(key) && mayHavePart && (
        <PartFields part={parts[key] ?? {}} onPart={(part) => onChoice({ keys, parts: { ...parts, [key]: part } })} />
      )}
    </div>
  );
  return (
    <>
      <fieldset className="d-choice">
        <legend>{t('card.coDepartments')}</legend>
        {offeredDepartments(directory, former).map(box)}
      </fieldset>
      <fieldset className="d-choice">
        <legend>{t('card.coOfficials')}</legend>
        {offeredOfficials(directory, former).map(box)}
      </fieldset>
    </>
  );
}

/** Of a form that begins with those of before. */
export function useCoExecutors(former: Helpers) {
  return useState<CoExecutorsChoice>(() => choiceOf(former));
}
