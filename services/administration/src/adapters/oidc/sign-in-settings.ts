/** What the sign-in pages need to know of the installation. */
export abstract class SignInSettings {
  /** Where browsers reach it. */
  abstract readonly origin: URL;
  /** That access tokens name. */
  abstract readonly audience: string;
  /** Logins that the page offers for one click. */
  abstract readonly demonstration: readonly string[];
}
