/** Texts of the book of answers, and of the consent to publication. */
export const answers = {
  'nav.answers': 'Answers',
  'answers.title': 'Answers to residents',
  'answers.lead':
    'What is asked and what was done. We publish with the consent of the author, or what touches all; names, houses and telephones are removed.',
  'answers.search': 'What to find',
  'answers.find': 'Find',
  'answers.found': 'Answers: {count}',
  'answers.none': 'There are no such answers.',
  'answers.more': 'More answers',
  'answers.feed': 'New answers of this selection, Atom feed',
  'answers.write': 'Not found yours? Write to us',
  'answers.topics': 'About',
  'answers.places': 'Where',
  'answers.all': 'Show all answers',
  'answers.back': 'All answers',
  'answers.asked': 'Question',
  'answers.answer': 'Answer',
  'answers.removed': 'What points to a person was removed.',
  'answers.same': 'Write about the same',
  'answers.takenBack': 'The answer was taken back',
  'answers.takenBackLead': 'This answer is not published any more.',
  'publication.ask': 'May this answer be published?',
  'publication.lead':
    'It will help neighbours with the same question. Name, house and telephone are removed, two officials read it first. The consent is to this answer alone, and can be withdrawn at any time.',
  'publication.give': 'I agree to the publication of this answer',
  'publication.given': 'You allowed the publication of this answer',
  'publication.givenLead':
    'If you changed your mind, withdraw the consent: the answer leaves the site within a minute.',
  'publication.withdraw': 'Withdraw the consent',
  'publication.open': 'Open on the site',
};
