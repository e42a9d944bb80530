const published = 'id title matter text topic topicCode settlement settlementCode month result helped notHelped';
const review = 'period edition title releasedOn appeals questions answered inTime late';

/** Of the pages that are for all to read: by the name of the root field, or by that which it is given in the answer. */
export const publicDocuments = {
  districts: '{ districts { code name zone } }',
  district: `query ($code: String!) {
    district(code: $code) {
      code name nameSah zone address hours phones { name phone } email pos color { light dark } emblem
      settlements { code name nameSah point { latitude longitude } } consent { version text textSah }
      topics { code name nameSah questions { code text textSah options } }
    }
  }`,
  knownIssues: `query ($district: String!) {
    knownIssues(district: $district) { id title text textSah topics settlements since changedAt until }
  }`,
  publishedAnswers: `query ($district: String!, $words: String, $topic: String, $settlement: String, $skip: Int, $first: Int) {
    publishedAnswers(district: $district, words: $words, topic: $topic, settlement: $settlement, skip: $skip, first: $first) {
      total helped notHelped answers { ${published} } topics { code name count } settlements { code name count }
    }
  }`,
  nearestAnswers: `query ($district: String!, $text: String!, $topic: String, $settlement: String) {
    nearestAnswers(district: $district, text: $text, topic: $topic, settlement: $settlement) { ${published} }
  }`,
  answerWasEnough: `mutation ($input: AnswerWasEnoughInput!) { answerWasEnough(input: $input) }`,
  publishedAnswer: `query ($district: String!, $id: UUID!) {
    publishedAnswer(district: $district, id: $id) { takenBack answer { ${published} photos { url side alt } } }
  }`,
  sameDayAnswers: `query ($district: String!) {
    sameDayAnswers(district: $district) { from to answered sameDay months { month answered sameDay } }
  }`,
  publishedReviews: `query ($district: String!) { publishedReviews(district: $district) { ${review} } }`,
  publishedReview: `query ($district: String!, $period: String!) {
    publishedReview(district: $district, period: $period) {
      review { ${review} before text tables { code title lines { code title of now was } } }
    }
  }`,
  reviewFiles: `query ($district: String!, $period: String!) {
    reviewFiles: publishedReview(district: $district, period: $period) { review { csv odt docx } }
  }`,
  receptions: `query ($district: String!) {
    receptions(district: $district) {
      hours official post about place on from to minutes video queue slots { begins free }
    }
  }`,
  ownReception: `query ($district: String!, $code: String!) {
    ownReception(district: $district, code: $code) { state official post place on begins way }
  }`,
  bookReception: `mutation ($input: BookReceptionInput!) {
    bookReception(input: $input) {
      ... on BookedReception { bookingCode }
      ... on Refusal { code message faults { message path } }
    }
  }`,
  cancelOwnReception: `mutation ($input: OwnReceptionInput!) {
    cancelOwnReception(input: $input) { ... on Change { consistencyToken } ... on Refusal { message } }
  }`,
  subscribeToAnswers: `mutation ($input: SubscribeToAnswersInput!) { subscribeToAnswers(input: $input) { hours } }`,
  confirmSubscription: `mutation ($input: SubscriptionLinkInput!) {
    confirmSubscription(input: $input) { confirmed topic settlement }
  }`,
  endSubscription: `mutation ($input: SubscriptionLinkInput!) { endSubscription(input: $input) { ended } }`,
  markAnswer: `mutation ($input: MarkAnswerInput!) { markAnswer(input: $input) { counted helped notHelped } }`,
} as const;
