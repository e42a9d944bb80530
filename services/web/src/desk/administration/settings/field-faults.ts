import type { FileDifferences } from '../district-file/use-differences.js';

export type FileFault = FileDifferences['faults'][number];

/** What is wrong with the item of `list` at `at` that is named `name`: a fault's place has the one or the other. */
export function faultsOfItem(
  faults: readonly FileFault[],
  { list, at, name }: { readonly list: string; readonly at: number; readonly name: string },
): readonly (FileFault & { readonly field: string })[] {
  const places = [`/${list}/${at}`, `/${list}/${name}`];
  return faults.flatMap((fault) => {
    const around = places.find((place) => fault.place === place || fault.place.startsWith(`${place}/`));
    if (around === undefined) return [];
    return [{ ...fault, field: fault.place.slice(around.length + 1) }];
  });
}

/** Of a field and of what is within it. */
export function faultsOfField<Fault extends { readonly field: string }>(
  faults: readonly Fault[],
  field: string,
): readonly Fault[] {
  return faults.filter((fault) => fault.field === field || fault.field.startsWith(`${field}/`));
}
