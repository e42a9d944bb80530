/** Texts of what is shown before one sends. */
export const before = {
  'before.title': 'Before you send',
  'before.lead': 'This seems to be known or answered already. Have a look: you may not have to wait for an answer.',
  'before.known': 'We know of this',
  'before.answered': 'This was answered before',
  'before.same': 'It is the same with me',
  'before.sameHint': 'We answer at once with this text, and say what was done when it is over.',
  'before.enough': 'This is enough',
  'before.enoughHint': 'Your message is not sent.',
  'before.asked': 'Asked',
  'before.answer': 'Answered',
  'before.send': 'Send my message',
  'before.back': 'Back to the text',
  'before.sendHint': 'It is read and answered as usual.',
  'before.enoughTitle': 'Good that the answer was there',
  'before.enoughLead': 'Your message was not sent. We counted that the answer was of use, and kept nothing else.',
  'before.write': 'Write a message',
  'before.unjoined':
    'Your message could not be joined to what we know of: that may be over. It is read and answered by itself.',
  'before.joined':
    'We know of this already: the answer is on the page of your message. When it is over, we say what was done.',
  'before.files': 'Files attached already: {count}',
};
