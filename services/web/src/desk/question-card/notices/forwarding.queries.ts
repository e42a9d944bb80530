import { graphql } from '../../../generated/gql.js';

/** To whom a question was forwarded, and what came back from other districts of the platform. */
export const forwardingFragment = graphql(`
  fragment Forwarding on QuestionCard {
    forwardedTo
    keepControl
    forwardingAwaits
    handovers {
      to
      number
      registeredOn
      end
      endedOn
      consentWithdrawnAt
    }
  }
`);

/** Where a case came from, the numbers that it had, and why its registration was wrong. */
export const registrationsFragment = graphql(`
  fragment Registrations on AppealCard {
    correction {
      ground
      reason
      of
      number
    }
    strikeProposal {
      proposedOn
      reason
      proposedBy {
        name
      }
    }
    consentWithdrawnAt
    consentWithdrawnFrom
    legalHold {
      reason
      since
    }
    registeredBefore {
      number
      journal
      registeredOn
    }
    origin {
      from
      number
      registeredOn
      reason
    }
  }
`);
