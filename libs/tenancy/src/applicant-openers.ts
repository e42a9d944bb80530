import { permissionMatrix } from '@otklik/tenancy';

/** The roles that open name and contact of an applicant at all. */
export const applicantOpeners = permissionMatrix().get('Query.applicant') ?? [];
