/** What the service under test is given beside the usual; a spec's own world adds to it before it starts. */
export const environment: Record<string, string> = {};
