import { graphql } from '../generated/gql.js';
import { t } from '../words/words.js';
import { defineAct, itself } from './act.js';
import { asksText } from './asked.js';

/** Its texts are written on the screen. */
export const proposePublication = defineAct({
  allowed: 'PROPOSE_PUBLICATION',
  document: graphql(`
    mutation ProposePublication($input: ProposePublicationInput!) {
      proposePublication(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  words: () => t('publish.propose'),
  done: () => t('publish.proposed'),
  shortcut: 'Control+Enter',
  look: 'main',
});

export const publishAnswer = defineAct({
  allowed: 'PUBLISH_ANSWER',
  document: graphql(`
    mutation PublishAnswer($input: PublishAnswerInput!) {
      publishAnswer(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  words: () => t('publish.publish'),
  done: () => t('publish.published'),
  shortcut: 'KeyY',
  look: 'main',
});

export const takeBackPublication = defineAct({
  allowed: 'TAKE_BACK_PUBLICATION',
  document: graphql(`
    mutation TakeBackPublication($input: TakeBackPublicationInput!) {
      takeBackPublication(input: $input) {
        ...ActOutcome
      }
    }
  `),
  of: itself,
  words: () => t('publish.takeBack'),
  done: () => t('publish.takenBack'),
  form: asksText('reason', { title: 'publish.takeBack', label: 'publish.takeBackWhy', submit: 'publish.takeBack' }),
});
