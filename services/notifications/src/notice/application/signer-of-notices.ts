import { compact } from '@otklik/kernel';
import { actingPost, departmentsOf, permissionMatrix, type District, type Official } from '@otklik/tenancy';

const signers = permissionMatrix().get('Mutation.signNotice') ?? [];

/** As whom an official acts: as himself, or on behalf of the absent official, whose role it is. Ids. */
export interface ActingAs {
  readonly official: string;
  readonly onBehalfOf?: string | undefined;
}

export interface SignerOfNotices {
  readonly official: Official;
  /** Of one who signs in another's stead, that one's. */
  readonly post?: string;
}

/**
 * Whom the district's file names; undefined where the directory has no such official, or one who may sign nothing: for a login that is
 * mistyped, and for who has left.
 */
export function namedIn(district: District): Official | undefined {
  const { letters, officials } = district;
  const named = officials.find(({ login }) => login === letters?.noticesSignedBy);
  return named?.assignments.some((held) => held.district === district.id && signers.includes(held.role))
    ? named
    : undefined;
}

/**
 * The named official, or who substitutes that one, in that capacity alone. Where none is named, who signs for the whole district, so that
 * nothing waits for ever. Undefined for all others. `at`: ISO 8601 UTC.
 */
export function signerOf(
  district: District,
  { official: id, onBehalfOf }: ActingAs,
  at: string,
): SignerOfNotices | undefined {
  const official = district.officials.find((one) => one.id === id);
  if (!official || !signs(district, onBehalfOf ?? id)) return undefined;
  if (onBehalfOf === undefined) return compact({ official, post: official.position });
  const post = actingPost(district, id, onBehalfOf, at);
  return post === undefined ? undefined : { official, post };
}

function signs(district: District, holder: string): boolean {
  const named = namedIn(district);
  if (named) return named.id === holder;
  const assignments = district.officials.find(({ id }) => id === holder)?.assignments ?? [];
  return departmentsOf(assignments, district, signers) === 'ALL';
}
