/** What ЕСИА answers to a request that it does not take, with its numbers. */
export const refusals = {
  PARAMETER: ['invalid_request', 'ESIA-007003', 'A parameter is missing, wrong, or given more than once'],
  DENIED: ['access_denied', 'ESIA-007004', 'The owner of the resource rejected the request'],
  CLIENT: ['unauthorized_client', 'ESIA-007005', 'The client may not ask in this way'],
  SCOPE: ['invalid_scope', 'ESIA-007006', 'The scope is unknown'],
  SERVER: ['server_error', 'ESIA-007007', 'An unexpected error'],
  CODE: ['invalid_grant', 'ESIA-007011', 'The code is invalid, too old, used, or of another client'],
  TIME: ['invalid_request', 'ESIA-007015', 'Wrong time of the request'],
  REDIRECT: ['invalid_request', 'ESIA-007023', 'The redirect_uri is not registered'],
  CHALLENGE: ['invalid_request', 'ESIA-007040', 'The code verifier does not match'],
  SIGNATURE: ['invalid_client', 'ESIA-007053', 'The client_secret is wrong'],
} as const;

export class EsiaRefusal extends Error {
  override readonly name = 'EsiaRefusal';

  constructor(readonly refusal: keyof typeof refusals) {
    super(refusals[refusal].join(' '));
  }

  get body(): { readonly error: string; readonly error_description: string } {
    const [error, number, text] = refusals[this.refusal];
    return { error, error_description: `${number}: ${text}` };
  }
}
