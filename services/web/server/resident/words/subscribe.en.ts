/** Texts of the subscription by e-mail. */
export const subscribe = {
  'subscribe.title': 'By e-mail',
  'subscribe.lead': 'New answers, one letter a day at the most. One press ends it.',
  'subscribe.email': 'E-mail address',
  'subscribe.what': 'Which answers',
  'subscribe.all': 'All answers of the district',
  'subscribe.consent':
    'By pressing the button you agree that the address is processed for these letters. It is kept encrypted until you unsubscribe.',
  'subscribe.data': 'Personal data',
  'subscribe.ask': 'Send them by e-mail',
  'subscribe.sentTitle': 'Look at your e-mail',
  'subscribe.sent':
    'Unless this address is subscribed already, a letter with a link is on its way. Open it within 48 hours and press “Subscribe”.',
  'subscribe.noLetter': 'No letter? Look into the spam folder, and whether the address is right.',
  'subscribe.confirmTitle': 'Subscribe to answers?',
  'subscribe.confirmLead': 'We will send new answers, one letter a day at the most.',
  'subscribe.confirm': 'Subscribe',
  'subscribe.confirmed': 'You are subscribed',
  'subscribe.toAll': 'We will send all new answers of the district.',
  'subscribe.to': 'We will send new answers: {what}.',
  'subscribe.ends': 'Each letter has a link that ends it.',
  'subscribe.over': 'The link is over',
  'subscribe.overLead': '48 hours have passed, or the subscription has ended. You can subscribe again.',
  'subscribe.endTitle': 'Unsubscribe from answers?',
  'subscribe.endLead': 'There will be no more letters, and the address is deleted.',
  'subscribe.end': 'Unsubscribe',
  'subscribe.ended': 'You are unsubscribed',
  'subscribe.endedLead': 'There will be no more letters, and the address is deleted.',
  'data.letters':
    'An address to which you asked for new answers is kept encrypted until you unsubscribe, and then deleted.',
};
