/** How often another consideration of the question was granted: each grant has its notice. */
export function grantsOf(district: string, person: string, appeal: string, question: string): string {
  return `(select count(*)::int from notifications.delivery g
    where g.district = ${district} and g.person = ${person} and g.appeal = ${appeal} and (g.kind = 'REOPENED'
      or g.kind = 'REOPENING_DECIDED' and g.details ->> 'decision' = 'GRANTED') and (g.question is null or g.question = ${question}))`;
}

/** `traceparent` of what led to the notice of the delivery `d`. */
export const TRACE = `(select e.meta ->> 'traceparent' from notifications.event e
  where e.district = d.district and e.stream = d.notice and e.version = 1)`;

/** The number and day of a letter in the outgoing series, as one JSON object: given with its opening, or when it was signed. */
const OUTGOING = `(select e.data -> 'outgoing' from notifications.event e
  where e.district = d.district and e.stream = d.notice and (e.version = 1 or e.type = 'NoticeSigned')
  order by e.version desc limit 1)`;

/** Columns of a letter: `d` the delivery, `a` its applicant. */
export const LETTER = `d.district, d.notice, d.appeal, d.question, d.kind, d.cause, d.details, d.answer, d.answer_field as "answerField",
  d.file_count as "fileCount", d.file_names as "fileNames",
  d.signatory, d.signed_at as "signedAt", d.post, a.contact, a.name, a.address, a.text,
  a.settlement, a.place, a.point, a.topic_answers as "topicAnswers",
  a.number, a.registered_on as "registeredOn", a.regime, a.receipt,
  (select department from notifications.question q where q.district = d.district and q.question = d.question),
  (select executor from notifications.question q where q.district = d.district and q.question = d.question),
  (select due_on from notifications.question q where q.district = d.district and q.question = d.question) as "dueOn",
  ${OUTGOING} as outgoing,
  ${grantsOf('d.district', 'd.person', 'd.appeal', 'd.question')} as again,
  (select account from notifications.mail_source m where m.district = d.district and m.appeal = d.appeal) as mailbox,
  (select mail_id from notifications.mail_source m where m.district = d.district and m.appeal = d.appeal) as "mailId"`;
