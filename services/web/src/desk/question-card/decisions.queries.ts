import { graphql } from '../../generated/gql.js';

export const partProposalDocument = graphql(`
  query CardPartProposal($input: RouteProposalInput!) {
    routeProposal(input: $input) {
      topic {
        code
        name
      }
      department {
        code
        name
      }
    }
  }
`);

export const splitDocument = graphql(`
  mutation CardSplit($input: SplitQuestionInput!) {
    splitQuestion(input: $input) {
      ...ActOutcome
    }
  }
`);

export const undoSplitDocument = graphql(`
  mutation CardUndoSplit($input: QuestionActInput!) {
    undoSplit(input: $input) {
      ...ActOutcome
    }
  }
`);

export const mergeDocument = graphql(`
  mutation CardMerge($input: MergeQuestionsInput!) {
    mergeQuestions(input: $input) {
      ...ActOutcome
    }
  }
`);

export const undoMergeDocument = graphql(`
  mutation CardUndoMerge($input: QuestionActInput!) {
    undoMerge(input: $input) {
      ...ActOutcome
    }
  }
`);

export const complainedOfDocument = graphql(`
  mutation CardNoteComplainedOf($input: NoteComplainedOfInput!) {
    noteComplainedOf(input: $input) {
      ...ActOutcome
    }
  }
`);

export const forwardDocument = graphql(`
  mutation CardForward($input: ForwardQuestionInput!) {
    forwardQuestion(input: $input) {
      ...ActOutcome
    }
  }
`);

export const receptionDocument = graphql(`
  mutation CardRecordReceptionAnswer($input: RecordReceptionAnswerInput!) {
    recordReceptionAnswer(input: $input) {
      ...ActOutcome
    }
  }
`);

export const withdrawForwardingDocument = graphql(`
  mutation CardWithdrawForwarding($input: QuestionReasonInput!) {
    withdrawForwarding(input: $input) {
      ...ActOutcome
    }
  }
`);

export const leaveDocument = graphql(`
  mutation CardLeave($input: LeaveUnansweredInput!) {
    leaveUnanswered(input: $input) {
      ...ActOutcome
    }
  }
`);

export const bodyReactionDocument = graphql(`
  mutation CardRecordBodyReaction($input: RecordBodyReactionInput!) {
    recordBodyReaction(input: $input) {
      ...ActOutcome
    }
  }
`);

export const takeBackDocument = graphql(`
  mutation CardTakeBackQuestion($input: QuestionActInput!) {
    takeBackQuestion(input: $input) {
      ...ActOutcome
    }
  }
`);

export const revokeLinkDocument = graphql(`
  mutation CardRevokeBodyLink($input: BodyLetterActInput!) {
    revokeBodyLink(input: $input) {
      ...ActOutcome
    }
  }
`);

export const bodiesFragment = graphql(`
  fragment CardBodies on QuestionCard {
    forwardedTo
    bodies {
      letter
      name
      linkOpens
      linkUntil
      noComplaintBy {
        name
      }
      reactions {
        source
        reaction
        reactedOn
        number
        text
        at
      }
      request {
        status
        number
        notes
        at
        updates {
          text
          at
        }
      }
    }
  }
`);
