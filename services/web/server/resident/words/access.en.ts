/** Texts of the lost code and of the resident's sign-in, in English. */
export const access = {
  'lost.lead': 'If your message had an e-mail, we send a link there. It opens the message and gives you a new code.',
  'lost.email': 'The e-mail that you gave',
  'lost.send': 'Send the link',
  'lost.sentTitle': 'Look into your mail',
  'lost.sent':
    'If number and e-mail are those of a message, a letter with a link comes in a few minutes. The link is valid for an hour.',
  'lost.noLetter': 'No letter? Look into the spam folder, and check number and e-mail.',
  'lost.again': 'Ask again',
  'lost.phoneTitle': 'No e-mail given?',
  'lost.linkTitle': 'Open the message',
  'lost.linkLead': 'The link works once. You get a new code; the former one ends.',
  'lost.newTitle': 'A new code',
  'lost.newLead': 'The former code is over, the number stays the same.',
  'lost.keep': 'Write the code down or take a picture of the screen. Show it to no one.',
  'errors.email': 'Enter an e-mail address, such as anna@example.org.',
  'kind.appeal': 'An appeal under law No. 59-FZ',
  'kind.appealHint': 'You need to sign in with {provider}. A written answer comes within 30 days of registration.',
  'kind.signIn': 'Sign in',
  'kind.signedIn': 'You are signed in. The appeal goes in the name of {name}.',
  'kind.signedInNameless': 'You are signed in.',
  'kind.signOut': 'Sign out',
  'errors.signIn':
    'To send an appeal, sign in: “Sign in” opens a new tab. Then come back here and send it. Without it you can send a message.',
  'sent.appeal.title': 'Appeal received',
  'sent.appeal.step': 'The appeal is registered',
  'sent.appeal.stepWhen': 'within three days',
};
