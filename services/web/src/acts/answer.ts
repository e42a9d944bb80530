import { graphql } from '../generated/gql.js';
import { t } from '../words/words.js';
import { defineAct, itself } from './act.js';

export const draftResponse = defineAct({
  allowed: 'DRAFT_RESPONSE',
  document: graphql(`
    mutation ReplySendDraft($input: DraftResponseInput!) {
      draftResponse(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  words: () => t('card.toApproval'),
  shortcut: 'Control+Enter',
});

export const approveResponse = defineAct({
  allowed: 'APPROVE_RESPONSE',
  document: graphql(`
    mutation ApproveResponse($input: ResponseActInput!) {
      approveResponse(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  words: () => t('approval.actTO_APPROVE'),
  done: () => t('approval.doneTO_APPROVE'),
  shortcut: 'KeyY',
  look: 'main',
});

export const signResponse = defineAct({
  allowed: 'SIGN_RESPONSE',
  document: graphql(`
    mutation SignResponse($input: ResponseActInput!) {
      signResponse(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  words: () => t('approval.actTO_SIGN'),
  done: () => t('approval.doneTO_SIGN'),
  shortcut: 'KeyY',
  look: 'main',
});

export const sendBackResponse = defineAct({
  allowed: 'SEND_BACK_RESPONSE',
  document: graphql(`
    mutation SendBackResponse($input: SendBackResponseInput!) {
      sendBackResponse(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  done: () => t('approval.doneBack'),
});
