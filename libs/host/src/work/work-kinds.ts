/**
 * Every kind of work. A name is what an operator finds in `kind` of a service's `work` and of its metrics, and means one thing in
 * all services.
 */
export const workKinds = {
  TERM: 'a warning of a term',
  INCOMING_LETTER: 'a letter that came by e-mail, to be read',
  FOLLOW_UP_LINK: 'a link for a lost code, to be made',
  LINK_LETTER: 'the letter that brings such a link',
  POST: 'the text of a post above comments, to be asked for',
  PLACE: 'a community that is watched, to be read',
  PAPER: 'the sheet of a numbered letter, to be made as PDF and kept',
  SIGNED_LETTER: 'a letter beside which a signature was kept, to be let go',
  LETTER: 'a letter to an applicant by e-mail, to be sent',
  MESSAGE: 'an answer in a network, to be sent',
  PLACED_NOTICE: 'an answer that was placed in a network by hand, to be found there',
  BODY_REQUEST: 'a request to the server of a body, to be sent',
  ASK_BODY: 'the server of a body, to be asked how far its requests are',
  ASSIGNMENT: 'a message to an official about what was assigned to him, to be sent',
  SUBSCRIPTION: 'a letter that asks to confirm a subscription to published answers, to be sent',
  LEARN: 'what officials chose, to be learned from',
  KNOWN_ISSUE: 'a known issue whose time is over, to be shown no more',
  KNOWN_ISSUE_END: 'the outcome of a known issue, to be sent to one who wrote of it',
  ALARM: 'a message to officials who must act at once, to be sent',
  LAPSED_ISSUE: 'a letter to officials that the promised time of a known issue is over, to be sent',
} as const;

export type WorkName = keyof typeof workKinds;
