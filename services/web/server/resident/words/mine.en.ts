/** Texts of a resident's own appeals. */
export const mine = {
  'mine.title': 'My appeals',
  'mine.signInLead':
    'Sign in with {provider}: all appeals that you sent after sign-in are here, and the answers to them.',
  'mine.signIn': 'Sign in with {provider}',
  'mine.byCode': 'Open by number and code',
  'mine.of': 'You are signed in: {name}.',
  'mine.none': 'There is nothing here yet. An appeal appears when you send it after sign-in.',
  'mine.more': 'The latest are shown. {count} more: open them by number and code.',
  'mine.hint': 'A new one appears after some seconds. Messages without sign-in are not shown here.',
  'mine.write': 'Write',
  'mine.due': 'Answer by {date}',
  'mine.missing': 'There is no such appeal among yours.',
  'mine.all': 'My appeals',
};
