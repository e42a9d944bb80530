/** Headers of a request for a page, by which the gateway tells who reads. */
export const PAGE_HEADERS = {
  /** How the issuer is called at which residents sign in, URI-encoded; absent where they cannot. */
  provider: 'x-otklik-resident-provider',
  /** The gateway's own token of a resident who signed in, for the audience `WEB`. */
  identified: 'x-otklik-identified',
} as const;

/**
 * Headers of the calls from a web process to the gateway that its pages came through. The gateway signs who reads; the web process
 * gives that back and can claim no one else.
 */
export const READER_HEADERS = {
  /** The gateway's own token of the reader, for the audience `WEB`. */
  token: 'x-otklik-reader',
  /** Client address of the reader; absent for the process's own operations, which count for no limit. */
  address: 'x-otklik-reader-address',
  /** Code of the district in whose pages a resident's token may be used. */
  district: 'x-otklik-reader-district',
  /** The reader's answer to the challenge of the limits; other front-ends send it as well. */
  proof: 'x-otklik-proof',
} as const;

/** Name of the process, and audience of its readers' tokens. */
export const WEB = 'web';
