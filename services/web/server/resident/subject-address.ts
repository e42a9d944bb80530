/** A topic or a settlement of the district, which has a page of its own at a permanent address. */
export interface Subject {
  readonly of: SubjectKind;
  readonly code: string;
  readonly name: string;
}

export type SubjectKind = 'topics' | 'places';

export function subjectAddress(district: string, { of, code }: Pick<Subject, 'of' | 'code'>): string {
  return `/${district}/answers/${of}/${encodeURIComponent(code)}`;
}
