import { useMemo, useState } from 'react';
import { parse } from 'yaml';
import type { DistrictFileQuery } from '../../../generated/graphql.js';
import { useDistrict } from '../../../frame/district.js';
import { useDifferences, type FileDifferences } from '../district-file/use-differences.js';
import type { Failure } from '../../../frame/failure.js';
import type { Model } from './district-model.js';
import { withValue, type Value } from './edited-yaml.js';

type File = DistrictFileQuery['districtFile'];

/** What an administrator has changed and not applied: the text of the version that was opened, with the changes in it. */
export interface Draft {
  /** The version that was opened. */
  readonly base: File;
  readonly text: string;
  readonly model: Model;
  readonly isChanged: boolean;
  /** Of a changed text, once the server has checked it. */
  readonly differences?: FileDifferences | undefined;
  readonly problem?: Failure | undefined;
  readonly edit: (path: readonly (string | number)[], value: Value) => void;
  /** Forgets the changes; `file`: the version that is opened now. */
  readonly reset: (file?: File) => void;
}

export function useDraft(file: File): Draft {
  const { code: district } = useDistrict();
  const [{ base, text }, set] = useState({ base: file, text: file.text });
  const model = useMemo(() => parse(text) as Model, [text]);
  const isChanged = text !== base.text;
  const { differences, problem } = useDifferences(district, isChanged ? text : undefined);
  return {
    base,
    text,
    model,
    isChanged,
    differences,
    problem,
    edit: (path, value) => set((now) => ({ ...now, text: withValue(now.text, path, value) })),
    reset: (opened = base) => set({ base: opened, text: opened.text }),
  };
}
