/** Texts of the lost code and of the resident's sign-in, and of his copy of what is stored, in English. */
export const access = {
  'copy.get': 'Download all that is stored about you',
  'copy.hint': 'Your data, text, answers, and who opened them. The file opens in a browser or a text editor.',
  'copy.about': 'All that {district} stores about your appeal and you. Download your files on the page of the appeal.',
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
  'errors.fileInfected':
    'A virus was found in this file: it cannot be opened. If the answer needs it, send another one as an addition.',
  'errors.email': 'Enter an e-mail address, such as anna@example.org.',
  'kind.appeal': 'An appeal under law No. 59‑FZ',
  'kind.appealHint': 'You need to sign in with {provider}.',
  'kind.appealTerm': 'A written answer comes within 30 days of registration.',
  'kind.signIn': 'Sign in (in a new tab)',
  'kind.backTitle': 'You are signed in',
  'kind.backLead': 'Go back to the tab in which you write, and send the appeal. This tab may be closed.',
  'kind.write': 'Write here',
  'kind.signedIn': 'You are signed in. The appeal goes in the name of {name}.',
  'kind.signedInNameless': 'You are signed in.',
  'kind.signOut': 'Sign out',
  'errors.otherSite':
    'The form came from another site, so we did not take it. Open the page of the district and send it from there.',
  'errors.signIn': 'To send an appeal, sign in, then come back here and send it. Without it you can send a message.',
  'sent.appeal.title': 'Appeal received',
  'sent.appeal.keep':
    'Write number and code down or take a picture of the screen: without them the appeal cannot be opened. Show the code to no one.',
  'sent.appeal.open': 'Open the appeal',
  'sent.appeal.passWhen': "the appeal's page shows who answers",
  'sent.appeal.answerTo': "comes to your {contact} and stands on the appeal's page",
  'sent.appeal.answerPage': "appears on the appeal's page",
  'sent.appeal.step': 'The appeal is registered',
  'sent.appeal.stepWhen': 'within three days',
  'sent.leadBy': 'We answer not later than {date}.',
  'sent.leadToday': 'We answer today.',
  'sent.step.answerToday': 'today',
  'sent.step.answerBy': 'not later than {date}',

  'hint.RECEIVED.appeal': 'The appeal will be registered soon.',
  'state.WITHDRAWN.appeal': 'You withdrew the appeal',
  'hint.WITHDRAWN.appeal': 'There will be no answer. If the question remains, send a new appeal.',
  'step.APPEAL_SUPPLEMENTED.appeal': 'You added to the appeal',
  'step.APPEAL_WITHDRAWN.appeal': 'You withdrew the appeal',
  'withdraw.done.appeal': 'The appeal is withdrawn.',

  'challenge.again': 'Send it again. If there is a sum below, do it first.',
  'challenge.sum': 'How much is {one} + {other}?',
  'challenge.why': 'Very many requests come from here now. The answer shows that a person writes.',

  'data.title': 'Personal data',
  'data.version': 'Text of the consent of {date}',
  'data.kept':
    'Name, e-mail, telephone and address are stored encrypted. An official who works on your message opens them and says why; each opening is recorded.',
  'data.text':
    'Text, place and answer are stored without encryption in the search, since they could not be searched otherwise. The moderator, registrar, coordinator, controller, administrator and analyst of the district see them, and the departments to which your questions were passed. The analyst of the republic sees the text without names, telephones and addresses: a program takes them out, and it can err.',
  'data.public':
    'Your message is not published. What was asked and answered is published without names, houses and telephones, with your consent or where the answer touches all. A question that was passed to another body is read there, too.',
  'data.withdraw':
    'The consent can be withdrawn on the page of the message, or by a letter to the administration. The answer to a message then appears on its page alone; an appeal under Law No. 59‑FZ is considered as before. All is deleted when the term of storage is over.',
};
