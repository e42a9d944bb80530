import { address, integer, issuerAddress, readConfig, text, type ConfigOf, type Environment } from '@otklik/host';
import { bodyOrigins, extraNetworks } from '@otklik/host/networks';
import { mailSettings } from '@otklik/host/mail';

const settings = (environment: Environment) => ({
  ...mailSettings(environment),
  issuer: issuerAddress('OTKLIK_ISSUER', 'where officials sign in; the embedded provider when absent'),
  publicUrl: address('OTKLIK_PUBLIC_URL', 'where officials reach the pages; invitations name it', ['https', 'http']),
  invitationDays: integer('OTKLIK_INVITATION_DAYS', 'how many days the link of an invitation is good', {
    fallback: 7,
    min: 1,
    max: 60,
  }),
  audience: text('OTKLIK_AUDIENCE', 'audience that access tokens name', 'otklik'),
  extraNetworks,
  bodyOrigins,
  demonstration: {
    variable: 'OTKLIK_DEMO_LOGINS',
    about: 'logins of the demonstration’s officials, with commas, whom the sign-in page offers',
    parse: (raw: string | undefined): readonly string[] => raw?.split(',') ?? [],
  },
});
export type AdministrationConfig = ConfigOf<ReturnType<typeof settings>>;

/** Throws when a variable is wrong; says which. */
export function administrationConfig(environment: Environment): AdministrationConfig {
  return readConfig(settings(environment), environment);
}
